/// The errors in a compiler's output, in the style `path:line:column: error: message`.
package struct CompilerNotes: Sendable, Hashable {
    package struct Note: Sendable, Hashable {
        package var path: String
        package var line: Int
        package var column: Int
        package var message: String

        package init(path: String, line: Int, column: Int, message: String) {
            self.path = path
            self.line = line
            self.column = column
            self.message = message
        }
    }

    package struct Problem: Sendable, Hashable {
        /// Relative to the root.
        package var path: String
        package var line: Int
        /// One-based, in UTF-8 bytes.
        package var column: Int
        package var message: String
        package var notes: [Note]

        package init(path: String, line: Int, column: Int, message: String, notes: [Note] = []) {
            self.path = path
            self.line = line
            self.column = column
            self.message = message
            self.notes = notes
        }
    }

    /// In the order of the output, each once.
    package private(set) var problems: [Problem] = []
    /// Errors without a place under the root: linker errors, missing modules, other packages.
    package private(set) var elsewhere: [String] = []

    /// - Parameters:
    ///   - output: all that a build printed.
    ///   - root: the absolute path of the tree; of paths outside of it the problems are ``elsewhere``.
    package init(_ output: String, root: String) {
        let prefix = root.hasSuffix("/") ? root : root + "/"
        var known: [String: Int] = [:]
        var current: Int?
        var crash: Problem?
        for row in output.split(whereSeparator: \.isNewline) {
            guard let place = Place(row) else {
                if let spot = Self.crashed(row, prefix) { crash = spot }
                if row.hasPrefix("error: "), !elsewhere.contains(String(row.dropFirst(7))) {
                    elsewhere.append(String(row.dropFirst(7)))
                }
                continue
            }
            let path = place.path.hasPrefix(prefix) ? String(place.path.dropFirst(prefix.count)) : nil
            switch place.kind {
            case "error", "fatal error":
                guard let path else {
                    current = nil
                    if !elsewhere.contains(String(row)) { elsewhere.append(String(row)) }
                    continue
                }
                let key = "\(path):\(place.line):\(place.column):\(place.message)"
                if let before = known[key] {
                    current = before
                } else {
                    known[key] = problems.count
                    current = problems.count
                    problems.append(
                        Problem(path: path, line: place.line, column: place.column, message: place.message))
                }
            case "note":
                guard let current, let path else { continue }
                let note = Note(path: path, line: place.line, column: place.column, message: place.message)
                if !problems[current].notes.contains(note) { problems[current].notes.append(note) }
            default:
                current = nil
            }
        }
        if problems.isEmpty, let crash { problems.append(crash) }
    }

    /// The problems of one file.
    package func problems(in path: String) -> [Problem] { problems.filter { $0.path == path } }

    private struct Place {
        var path: Substring
        var line: Int
        var column: Int
        var kind: String
        var message: String

        init?(_ row: Substring) {
            for kind in ["error", "warning", "note", "fatal error", "remark"] {
                guard let mark = row.firstRange(of: ": \(kind): ") else { continue }
                let parts = row[..<mark.lowerBound].split(separator: ":", omittingEmptySubsequences: false)
                guard parts.count >= 3, let line = Int(parts[parts.count - 2]),
                    let column = Int(parts[parts.count - 1])
                else { continue }
                self.path = row[..<parts[parts.count - 2].startIndex].dropLast()
                self.line = line
                self.column = column
                self.kind = kind
                message = String(row[mark.upperBound...])
                return
            }
            return nil
        }
    }

    /// `3. While evaluating request … at [/path/File.swift:12:3 - line:20:4] RangeText=…` of a compiler's crash.
    private static func crashed(_ row: Substring, _ prefix: String) -> Problem? {
        guard let mark = row.firstRange(of: "[\(prefix)"),
            let end = row[mark.upperBound...].firstRange(of: " - line:")
        else { return nil }
        let parts = row[mark.upperBound..<end.lowerBound].split(separator: ":")
        guard parts.count >= 3, let line = Int(parts[parts.count - 2]),
            let column = Int(parts[parts.count - 1])
        else { return nil }
        return Problem(
            path: parts.dropLast(2).joined(separator: ":"), line: line, column: column,
            message: "the compiler crashed")
    }
}

extension Substring {
    /// By bytes: searching by characters is slow on long outputs.
    fileprivate func firstRange(of needle: String) -> Range<Index>? {
        let wanted = Array(needle.utf8)
        var start = startIndex
        while start < endIndex {
            guard let hit = utf8[start...].firstIndex(of: wanted[0]) else { return nil }
            if utf8[hit...].starts(with: wanted) { return hit..<utf8.index(hit, offsetBy: wanted.count) }
            start = utf8.index(after: hit)
        }
        return nil
    }
}
