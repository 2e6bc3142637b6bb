/// A line that is neither a section, a setting, a comment nor blank.
struct SettingsSyntaxError: Error, Equatable {
    let line: Int
}

/// Reads settings such as
///
///     # comment
///     [server]
///     url = https://example.org/?a=b
enum SettingsParser {
    /// Settings by `section.key`; keys above the first section have no prefix. Later lines win.
    static func parse(_ text: String) throws -> [String: String] {
        var settings: [String: String] = [:]
        var section = ""
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, rawLine) in lines.enumerated() {
            let line = trimmed(rawLine)
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("["), line.hasSuffix("]") {
                section = trimmed(line.dropFirst().dropLast()) + "."
                continue
            }
            let halves = line.split(separator: "=", omittingEmptySubsequences: false)
            guard halves.count == 2, !trimmed(halves[0]).isEmpty else {
                throw SettingsSyntaxError(line: index + 1)
            }
            settings[section + trimmed(halves[0])] = trimmed(halves[1])
        }
        return settings
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        var characters = Array(text)
        while let last = characters.last, last.isWhitespace { characters.removeLast() }
        return String(characters.drop { $0.isWhitespace })
    }
}
