extension TrapMessage {
    /// Nil for a line that no trap prints. Anything may stand before the place: a print without a newline.
    init?(line: String) {
        for kind in [Kind.fatalError, .precondition, .assertion] {
            guard let marker = line.firstRange(of: kind.rawValue) else { continue }
            let before = line[..<marker.lowerBound]
            let after = line[marker.upperBound...]
            guard after.isEmpty || after.hasPrefix(": ") || after == ":" else { continue }
            if let place = Self.place(before) {
                self.init(
                    kind: kind, text: String(after.dropFirst(2)), file: place.file, line: place.line,
                    raw: line)
                return
            }
            // The runtime itself prints no place: `Fatal error: failed to allocate …`.
            if before.isEmpty, kind == .fatalError {
                self.init(kind: .runtime, text: String(after.dropFirst(2)), raw: line)
                return
            }
        }
        for opening in Self.openings {
            guard let range = line.firstRange(of: opening) else { continue }
            self.init(kind: .runtime, text: String(line[range.lowerBound...]), raw: line)
            return
        }
        for opening in Self.lineOpenings where line.hasPrefix(opening) {
            self.init(kind: .runtime, text: line, raw: line)
            return
        }
        return nil
    }

    /// `…Logic/Traps.swift:31: ` → the file and its line.
    private static func place(_ text: Substring) -> (file: String, line: Int)? {
        guard text.hasSuffix(": ") else { return nil }
        let head = text.dropLast(2)
        guard let colon = head.lastIndex(of: ":"), let line = Int(head[head.index(after: colon)...]) else {
            return nil
        }
        var path = head[..<colon]
        guard path.hasSuffix(".swift") else { return nil }
        if let gap = path.lastIndex(where: \.isWhitespace) { path = path[path.index(after: gap)...] }
        return (String(path), line)
    }

    /// Distinctive enough to be found behind a print without a newline.
    private static let openings = [
        "Could not cast value of type '", "Simultaneous accesses to 0x", "Fatal access conflict detected.",
        "Incorrect actor executor assumption", "terminate called after throwing",
        "SWIFT TASK CONTINUATION MISUSE: ",
    ]

    /// Words that a log may well hold, so only as a line's first.
    private static let lineOpenings = [
        "std::bad_alloc", "Cannot allocate memory", "Out of memory", "out of memory",
    ]
}
