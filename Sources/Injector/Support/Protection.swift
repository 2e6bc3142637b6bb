import SourceEdit
import SwiftSyntax

/// A condition that is known to hold, or not to, in some code, and the edit that takes it away.
struct Protection {
    let shape: Shape
    /// The whole statement or expression that the condition belongs to.
    let owner: Syntax
    /// One condition, with `&&`, `||`, `!` and parentheses taken apart.
    let atom: ExprSyntax
    /// Whether `atom` is true in `region`.
    let holds: Bool
    /// The code that runs only where it is.
    let region: [Syntax]
    /// Drops this condition and keeps the others.
    let removal: [TextEdit]
    /// Drops the owner with all its conditions; nil where that is no plain deletion.
    let wholeRemoval: [TextEdit]?

    var fact: Fact { Fact(atom, holds: holds) }

    /// Everything of a kind in the protected code.
    func hazards<Node: SyntaxProtocol>(_ kind: Node.Type) -> [Node] {
        region.flatMap { $0.descendants(kind) }
    }

    /// The condition with the `!` before it, if any.
    var written: ExprSyntax {
        atom.parent?.as(PrefixOperatorExprSyntax.self).map { ExprSyntax($0) } ?? atom
    }

    func covers(_ node: some SyntaxProtocol) -> Bool {
        region.cover(node)
    }
}

extension [Syntax] {
    /// Whether `node` lies inside one of them.
    func cover(_ node: some SyntaxProtocol) -> Bool {
        contains { $0.position <= node.position && $0.endPosition >= node.endPosition }
    }
}
