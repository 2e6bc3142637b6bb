package import Incident

/// One error of a compiler with its notes, as either diagnostic style prints them.
package struct CompilerMessage: Sendable {
    package var location: SourceLocation
    package var text: String
    /// The error's line and those of its notes.
    package var lines: [String]
    package var fixIts: [FixIt]

    /// Each error once: SwiftPM repeats what module emission and compilation both found.
    static func all(in lines: [ConsoleLine]) -> [CompilerMessage] {
        var found: [CompilerMessage] = []
        var seen: Set<Header> = []
        var isOpen = false
        for (index, line) in lines.enumerated() {
            if let header = Header(line.text) {
                if header.severity.hasSuffix("error") {
                    isOpen = seen.insert(header).inserted
                    if isOpen { found.append(CompilerMessage(header)) }
                } else if header.severity != "note" {
                    isOpen = false
                }
                guard isOpen else { continue }
                if header.severity == "note" { found[found.count - 1].lines.append(line.text) }
                let snippet = lines[(index + 1)..<min(index + 4, lines.count)].map(\.text)
                found[found.count - 1].fixIts += FixItLine.fixIts(snippet, of: header)
            } else if isOpen, let note = line.text.firstRange(of: "- note: ") {
                found[found.count - 1].lines.append("note: " + line.text[note.upperBound...])
            }
        }
        return found
    }

    private init(_ header: Header) {
        location = SourceLocation(file: header.file, line: header.line, column: header.column)
        text = header.message
        lines = [header.raw]
        fixIts = []
    }

    /// `/p/A.swift:3:5: error: …`.
    struct Header: Hashable {
        var file: String
        var line: Int
        var column: Int
        var severity: String
        var message: String
        var raw: String

        init?(_ line: String) {
            for severity in ["fatal error", "error", "warning", "note", "remark"] {
                guard let marker = line.firstRange(of: ": \(severity): ") else { continue }
                let place = Place(line[..<marker.lowerBound])
                guard let number = place.line, let column = place.column, !place.path.isEmpty,
                    !place.path.contains(": "), place.path.first?.isWhitespace == false
                else { continue }
                self.file = place.path
                self.line = number
                self.column = column
                self.severity = severity
                message = String(line[marker.upperBound...])
                raw = line
                return
            }
            return nil
        }
    }
}
