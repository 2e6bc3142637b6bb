import Foundation
import Incident

/// The lines that a unified diff adds or changes, by path.
package struct ChangedLines: Sendable, Hashable {
    /// One-based lines of the new files; nil for all lines of a file.
    package private(set) var files: [String: Set<Int>?] = [:]

    package init() {}

    /// Throws `LabError` with code `badInput` when the text is no unified diff.
    package init(diff text: String) throws {
        var path: String?
        var line = 0
        var left = (old: 0, new: 0)
        var isDiff = false
        for row in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Substring.init) {
            if left.old > 0 || left.new > 0 {
                switch row.first {
                case "+":
                    if let path { add(line, of: path) }
                    line += 1
                    left.new -= 1
                case "-": left.old -= 1
                case "\\": break
                default:
                    line += 1
                    left.old -= 1
                    left.new -= 1
                }
            } else if row.hasPrefix("+++ ") {
                isDiff = true
                path = Self.path(row.dropFirst(4))
            } else if row.hasPrefix("@@ "), let hunk = Self.hunk(row) {
                isDiff = true
                line = hunk.start
                left = (hunk.old, hunk.new)
            }
        }
        guard isDiff || text.allSatisfy(\.isWhitespace) else {
            throw LabError(.badInput, "The diff has no file headers and no hunks: it is no unified diff.")
        }
    }

    /// All lines of a file, as of one that version control does not know yet.
    package mutating func addAll(of path: String) { files[path] = .some(nil) }

    /// Whether any of the lines was added or changed.
    package func contains(_ lines: ClosedRange<Int>, of path: String) -> Bool {
        guard let changed = files[path] else { return false }
        guard let changed else { return true }
        return lines.contains(where: changed.contains)
    }

    /// The same with paths relative to a directory of the repository; files elsewhere are left out.
    ///
    /// A diff made inside of the directory has such paths already: those that are files of the package are kept.
    package func relative(to prefix: String, in package: String) -> ChangedLines {
        var result = ChangedLines()
        for (path, lines) in files {
            if !prefix.isEmpty, path.hasPrefix(prefix) {
                result.files[String(path.dropFirst(prefix.count))] = lines
            } else if FileManager.default.fileExists(atPath: package + "/" + path) {
                result.files[path] = lines
            }
        }
        return result
    }

    private mutating func add(_ line: Int, of path: String) {
        guard case .some(nil) = files[path] else {
            files[path] = (files[path] ?? []).map { $0.union([line]) } ?? [line]
            return
        }
    }

    /// `b/Sources/A.swift`, with a date behind a tab or not; nil for `/dev/null`.
    private static func path(_ text: Substring) -> String? {
        var name = text.split(separator: "\t", maxSplits: 1).first ?? text
        if name.last == "\r" { name = name.dropLast() }
        if name.hasPrefix("\"") { name = name.dropFirst().dropLast() }
        if name == "/dev/null" { return nil }
        if name.hasPrefix("b/") { name = name.dropFirst(2) }
        return String(name)
    }

    /// `@@ -1,2 +3,4 @@ function`.
    private static func hunk(_ row: Substring) -> (old: Int, start: Int, new: Int)? {
        let words = row.split(separator: " ")
        guard words.count >= 3, words[1].hasPrefix("-"), words[2].hasPrefix("+") else { return nil }
        func numbers(_ word: Substring) -> (Int, Int)? {
            let parts = word.dropFirst().split(separator: ",").map { Int($0) }
            guard let start = parts.first.flatMap(\.self) else { return nil }
            return (start, parts.count > 1 ? parts[1] ?? 1 : 1)
        }
        guard let old = numbers(words[1]), let new = numbers(words[2]) else { return nil }
        return (old.1, new.0, new.1)
    }
}
