import SourceEdit
import SwiftParser
import SwiftSyntax

/// The number and string literals of code, as written.
enum Literals {
    static func of(_ file: SourceFile) -> Set<String> { of(Syntax(file.tree)) }

    static func of(_ code: String) -> Set<String> { of(Syntax(Parser.parse(source: code))) }

    private static func of(_ node: Syntax) -> Set<String> {
        var found: Set<String> = []
        for token in node.tokens(viewMode: .sourceAccurate) {
            switch token.tokenKind {
            case .integerLiteral(let text), .floatLiteral(let text): found.insert(text)
            case .stringSegment(let text) where !text.isEmpty: found.insert("\"\(text)\"")
            default: continue
            }
        }
        return found
    }
}
