import Incident

/// `FILE:LINE` as flags take it.
enum SourcePlace {
    static func parse(_ text: String, flag: String) throws -> SourceLocation {
        guard let colon = text.lastIndex(of: ":"), colon > text.startIndex,
            let line = Int(text[text.index(after: colon)...]), line > 0
        else {
            throw LabError(.usage, "\(flag) \(text): expected FILE:LINE, such as Sources/Ratio.swift:14.")
        }
        return SourceLocation(file: String(text[..<colon]), line: line)
    }
}
