import SwiftSyntax

/// What the `lab:skip` comments of a file take out of mutation testing.
///
///     // lab:skip only for people      above a statement: its head, or all of it where it has no block
///     print(total)
///     total += 1  // lab:skip counts   behind code: what starts on this line
///
/// Above a declaration, a mark holds for all of it; above the first import, for the whole file.
package struct SkipMarks: Sendable {
    private var reasons: [Int: String] = [:]

    package init(_ file: SourceFile) {
        guard file.text.contains(Self.word) else { return }
        let marks = Self.marks(in: file.text)
        guard !marks.isEmpty else { return }
        for (line, reason) in marks { reasons[line] = reason }
        let tree = Syntax(file.tree)
        if let first = file.tree.firstToken(viewMode: .sourceAccurate), first.tokenKind == .keyword(.import),
            let reason = marks[file.line(of: first)]
        {
            cover(file.lines(of: file.tree), reason)
        }
        walk(tree, file, marks)
    }

    /// Why a one-based line is left out; nil when it is not.
    package func reason(line: Int) -> String? { reasons[line] }

    /// The same text, to the byte as long, in which no mark is one.
    package static func unmarked(_ file: SourceFile) -> SourceFile {
        guard file.text.contains(word) else { return file }
        let mark = Array(word.utf8)
        var bytes = Array(file.text.utf8)
        var index = 0
        while index + mark.count <= bytes.count {
            if bytes[index..<index + mark.count].elementsEqual(mark) {
                bytes[index + 3] = UInt8(ascii: "-")
                index += mark.count
            } else {
                index += 1
            }
        }
        return SourceFile(path: file.path, text: String(decoding: bytes, as: UTF8.self))
    }

    private static let word = "lab:skip"

    /// Reasons by the line that is marked.
    private static func marks(in text: String) -> [Int: String] {
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
            String(Substring($0)).trimmed
        }
        var marks: [Int: String] = [:]
        for (position, line) in lines.enumerated() {
            // Only what a comment begins with: prose may mention it.
            guard let mark = line.firstRange(of: word) else { continue }
            let before = String(line[..<mark.lowerBound]).trimmed
            guard before.hasSuffix("//"), before == "//" || !before.hasPrefix("//") else { continue }
            let words = String(line[mark.upperBound...].drop { ":-–".contains($0) || $0.isWhitespace })
            let reason = words.isEmpty ? "lab:skip, no reason given" : words
            if before != "//" {
                marks[position + 1] = reason
            } else if let next = lines[(position + 1)...].firstIndex(where: {
                !$0.isEmpty && !$0.hasPrefix("//")
            }) {
                marks[next + 1] = reason
            }
        }
        return marks
    }

    private mutating func walk(_ node: Syntax, _ file: SourceFile, _ marks: [Int: String]) {
        for child in node.children(viewMode: .sourceAccurate) {
            if let lines = Self.lines(of: child, in: file), let reason = marks[lines.lowerBound] {
                cover(lines, reason)
            }
            if !child.is(TokenSyntax.self) { walk(child, file, marks) }
        }
    }

    /// The lines that a mark above a node holds for; nil where a mark says nothing about the node.
    private static func lines(of node: Syntax, in file: SourceFile) -> ClosedRange<Int>? {
        if let item = node.as(CodeBlockItemSyntax.self) {
            if let declaration = item.item.as(DeclSyntax.self), !declaration.is(VariableDeclSyntax.self) {
                return file.lines(of: item)
            }
            let range = file.lines(of: item)
            guard let block = item.descendants(CodeBlockSyntax.self).first else { return range }
            return range.lowerBound...max(range.lowerBound, file.line(of: block.leftBrace))
        }
        if node.is(MemberBlockItemSyntax.self) || node.is(AccessorDeclSyntax.self) {
            return file.lines(of: node)
        }
        return nil
    }

    private mutating func cover(_ lines: ClosedRange<Int>, _ reason: String) {
        for line in lines where reasons[line] == nil { reasons[line] = reason }
    }
}
