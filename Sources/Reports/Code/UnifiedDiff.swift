/// A unified diff, read for showing it: whatever the text is, no line of it is lost inside of a hunk.
struct UnifiedDiff {
    enum Kind: Hashable {
        case same
        case removed
        case added
    }

    struct Line: Hashable {
        var kind: Kind
        var text: String
        /// One-based in the file before and after; nil where the line is not there.
        var old: Int?
        var new: Int?
    }

    struct Hunk {
        /// What follows the second `@@`: the function around.
        var heading: String
        var lines: [Line] = []
    }

    struct File {
        /// Without `a/` and `b/`; `/dev/null` for a file that is made or removed.
        var old: String
        var new: String
        var hunks: [Hunk] = []
    }

    var files: [File] = []

    init(_ text: String) {
        var old = 0
        var new = 0
        var oldName = ""
        var left = (old: 0, new: 0)
        for bytes in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let line = String(decoding: bytes, as: UTF8.self)
            // What a hunk announced is its own, even where it looks like a header.
            let isInside = left.old > 0 || left.new > 0
            if !isInside, line.hasPrefix("--- ") {
                oldName = Self.name(line)
            } else if !isInside, line.hasPrefix("+++ ") {
                files.append(File(old: oldName, new: Self.name(line)))
            } else if !isInside, line.hasPrefix("@@ ") {
                guard let ranges = Self.ranges(line) else { continue }
                (old, new) = (ranges.old.start, ranges.new.start)
                left = (ranges.old.count, ranges.new.count)
                if files.isEmpty { files.append(File(old: "", new: "")) }
                files[files.count - 1].hunks.append(Hunk(heading: ranges.heading))
            } else if isInside, let file = files.indices.last, let hunk = files[file].hunks.indices.last {
                let text = String(line.unicodeScalars.dropFirst())
                switch line.unicodeScalars.first {
                case "-":
                    files[file].hunks[hunk].lines.append(Line(kind: .removed, text: text, old: old))
                    (old, left.old) = (old + 1, left.old - 1)
                case "+":
                    files[file].hunks[hunk].lines.append(Line(kind: .added, text: text, new: new))
                    (new, left.new) = (new + 1, left.new - 1)
                case "\\": continue
                default:
                    files[file].hunks[hunk].lines.append(Line(kind: .same, text: text, old: old, new: new))
                    (old, new) = (old + 1, new + 1)
                    left = (left.old - 1, left.new - 1)
                }
            }
        }
    }

    private static func name(_ line: String) -> String {
        var name = String(line.dropFirst(4))
        if let tab = name.firstIndex(of: "\t") { name = String(name[..<tab]) }
        return name.hasPrefix("a/") || name.hasPrefix("b/") ? String(name.dropFirst(2)) : name
    }

    private typealias Range = (start: Int, count: Int)

    /// Of `@@ -10,7 +10,6 @@ heading`.
    private static func ranges(_ line: String) -> (old: Range, new: Range, heading: String)? {
        let parts = line.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false)
        guard parts.count >= 4, parts[1].hasPrefix("-"), parts[2].hasPrefix("+"), parts[3] == "@@",
            let old = range(parts[1]), let new = range(parts[2])
        else { return nil }
        return (old, new, parts.count > 4 ? String(parts[4]) : "")
    }

    private static func range(_ text: Substring) -> Range? {
        let numbers = text.dropFirst().split(separator: ",").map { Int($0) }
        guard let first = numbers.first, let start = first else { return nil }
        guard numbers.count > 1 else { return (start, 1) }
        guard let count = numbers[1], count >= 0, count < 10_000_000 else { return nil }
        return (start, count)
    }
}
