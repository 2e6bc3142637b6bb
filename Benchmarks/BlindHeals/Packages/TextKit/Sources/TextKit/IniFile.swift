/// What is wrong with a line; lines count from 1.
public enum IniError: Error, Equatable {
    case noKey(line: Int)
    case openSection(line: Int)
    case badNumber(String)
}

/// Settings in sections, as in `[window]` and `width = 80`.
public struct IniFile: Equatable, Sendable {
    /// A line that sets something.
    struct Entry: Equatable, Sendable {
        var section: String
        var key: String
        var value: String
    }

    let entries: [Entry]

    /// Reads a whole file.
    public init(_ text: String) throws {
        var entries: [Entry] = []
        var section = ""
        for (offset, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = raw.trimmed
            if line.isEmpty || line.hasPrefix(";") { continue }
            if line.hasPrefix("[") {
                if !line.hasSuffix("]") { throw IniError.openSection(line: offset + 1) }
                section = String(line.dropFirst().dropLast())
                continue
            }
            let sides = line.split(separator: "=", maxSplits: 1).map(\.trimmed)
            if sides.count < 2 { throw IniError.noKey(line: offset + 1) }
            entries.append(Entry(section: section, key: sides[0], value: sides[1]))
        }
        self.entries = entries
    }

    /// The settings of a section; of a key set twice the last value counts.
    public func section(_ name: String) -> [String: String] {
        let pairs = entries.filter { $0.section == name }.map { ($0.key, $0.value) }
        return Dictionary(pairs, uniquingKeysWith: { $1 })
    }

    /// A setting as a whole number; `fallback` where it is not set.
    public func number(_ key: String, in name: String, or fallback: Int) throws -> Int {
        guard let value = section(name)[key] else { return fallback }
        if let number = Int(value) { return number }
        throw IniError.badNumber(value)
    }

    /// The number of a setting held within a byte, such as a colour; 0 where there is none.
    public func byte(_ key: String, in name: String) -> UInt8 {
        let number = (try? self.number(key, in: name, or: 0)) ?? 0
        return UInt8(clamping: number)
    }

    /// The sections of several files; those of unreadable files are left out.
    public static func sections(in files: [String]) -> [String] {
        let readable = files.compactMap { try? IniFile($0) }
        return Set(readable.flatMap { $0.entries.map(\.section) }).sorted()
    }
}

extension Substring {
    /// The text without spaces at either end.
    var trimmed: String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
