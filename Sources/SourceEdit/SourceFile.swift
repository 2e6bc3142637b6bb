import SwiftOperators
import SwiftParser
package import SwiftSyntax

/// One parsed Swift file of a patient, with infix operators folded by the standard precedences.
package struct SourceFile: Sendable {
    /// Relative to the package root.
    package let path: String
    package let text: String
    package let tree: SourceFileSyntax
    package let converter: SourceLocationConverter

    package init(path: String, text: String) {
        self.path = path
        self.text = text
        let parsed = Parser.parse(source: text)
        // Operators that a package declares itself stay unfolded, which is never an error here.
        let folded = OperatorTable.standardOperators.foldAll(parsed) { _ in }
        tree = folded.as(SourceFileSyntax.self) ?? parsed
        converter = SourceLocationConverter(fileName: path, tree: tree)
    }

    /// One-based line of the first character of `node`, its leading trivia left out.
    package func line(of node: some SyntaxProtocol) -> Int {
        converter.location(for: node.positionAfterSkippingLeadingTrivia).line
    }

    /// Whether it imports XCTest or Swift Testing, as tests and what asserts for them do.
    package var importsTestFramework: Bool {
        tree.descendants(ImportDeclSyntax.self).contains {
            ["XCTest", "Testing"].contains($0.path.first?.name.text)
        }
    }

    /// Names that functions of certain names mention.
    package func names(inFunctions functions: Set<String>) -> Set<String> {
        var found: Set<String> = []
        for function in tree.descendants(FunctionDeclSyntax.self) where functions.contains(function.name.text)
        {
            for token in function.tokens(viewMode: .sourceAccurate) {
                if case .identifier(let name) = token.tokenKind { found.insert(name) }
            }
        }
        return found
    }

    /// One-based lines that `node` covers, trivia left out.
    package func lines(of node: some SyntaxProtocol) -> ClosedRange<Int> {
        let first = line(of: node)
        let last = converter.location(for: node.endPositionBeforeTrailingTrivia).line
        return first...max(first, last)
    }

    /// The text of one line, one-based, without its line end; empty outside of the file.
    package func text(ofLine line: Int) -> Substring {
        // By bytes: as characters, `\r\n` is one and no `\n`.
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard line >= 1, line <= lines.count else { return "" }
        let row = lines[line - 1]
        return Substring(row.last == 0x0D ? row.dropLast() : row)
    }

    /// UTF-8 offset of a one-based line and column.
    package func offset(line: Int, column: Int) -> Int {
        converter.position(ofLine: line, column: column).utf8Offset
    }

    /// The blanks before the first character of the line on which `node` starts.
    package func indentation(of node: some SyntaxProtocol) -> String {
        String(text(ofLine: line(of: node)).prefix { $0 == " " || $0 == "\t" })
    }

    /// One level of indentation as this file uses it; four spaces where it shows none.
    package var indentUnit: String {
        for line in text.split(whereSeparator: \.isNewline) {
            if line.hasPrefix("\t") { return "\t" }
            let blanks = line.prefix { $0 == " " }.count
            if blanks >= 2, blanks < line.count { return String(repeating: " ", count: Swift.min(blanks, 8)) }
        }
        return "    "
    }
}

extension SyntaxProtocol {
    /// UTF-8 offsets of the node without its leading and trailing trivia.
    package var spliceRange: Range<Int> {
        positionAfterSkippingLeadingTrivia.utf8Offset..<endPositionBeforeTrailingTrivia.utf8Offset
    }

    /// The closest ancestor of a kind, `self` left out.
    package func enclosing<Node: SyntaxProtocol>(_ kind: Node.Type) -> Node? {
        var node = parent
        while let current = node {
            if let match = current.as(kind) { return match }
            node = current.parent
        }
        return nil
    }

    /// Every descendant of a kind, `self` included, in source order.
    package func descendants<Node: SyntaxProtocol>(_ kind: Node.Type) -> [Node] {
        var found: [Node] = []
        var stack: [Syntax] = [Syntax(self)]
        while let node = stack.popLast() {
            if let match = node.as(kind) { found.append(match) }
            stack.append(contentsOf: node.children(viewMode: .sourceAccurate).reversed())
        }
        return found
    }
}
