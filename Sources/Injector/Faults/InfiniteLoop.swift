package import Incident
import SourceEdit
import SwiftSyntax

/// Takes away what brings a loop to its end.
package struct InfiniteLoop: RankedFault {
    package let id = "infinite_loop"
    package let failureClass = FailureClass.infiniteLoop
    package let summary = "Drops the statement that moves a loop towards its end"

    package init() {}

    func candidates(in file: SourceFile) -> [Candidate] {
        let whiles = file.tree.descendants(WhileStmtSyntax.self).flatMap {
            steps(of: Syntax($0), condition: Syntax($0.conditions), body: $0.body, in: file)
        }
        let repeats = file.tree.descendants(RepeatStmtSyntax.self).flatMap {
            steps(of: Syntax($0), condition: Syntax($0.condition), body: $0.body, in: file)
        }
        return whiles + repeats
    }

    private func steps(of loop: Syntax, condition: Syntax, body: CodeBlockSyntax, in file: SourceFile) -> [Candidate] {
        let names = condition.referencedNames
        let assignments = body.descendants(InfixOperatorExprSyntax.self).compactMap { Assignment($0, to: names, in: body) }
        return assignments.compactMap { step in
            let others = assignments.filter { $0.node.id != step.node.id }
            // Something else still moves the same variable in every round.
            if others.contains(where: { $0.name == step.name && $0.isUnconditional }) { return nil }
            var rank = step.isUnconditional ? 0 : 2
            if others.contains(where: { $0.name == step.name }) { rank += 1 }
            if others.contains(where: { $0.name != step.name }) { rank += 4 }
            if Self.leaves(body) { rank += 3 }
            if Self.grows(body) { rank += 1 }
            return SiteBuilder(file: file).candidate(
                rank: rank, at: step.node, "drops the step \(SiteBuilder.quote(step.node)) of the loop",
                edits: [file.deletion(of: step.node)], symptom: .kept([loop]))
        }
    }

    /// A statement that sets a variable the loop's condition reads.
    private struct Assignment {
        let node: InfixOperatorExprSyntax
        let name: String
        let isUnconditional: Bool

        init?(_ node: InfixOperatorExprSyntax, to names: Set<String>, in body: CodeBlockSyntax) {
            let symbol = node.symbol
            let isComparison = ["==", "!=", "<=", ">=", "===", "!=="].contains(symbol)
            guard symbol.hasSuffix("="), !isComparison,
                let reference = node.leftOperand.as(DeclReferenceExprSyntax.self),
                names.contains(reference.baseName.text), let item = node.parent?.as(CodeBlockItemSyntax.self),
                node.enclosing(ClosureExprSyntax.self)?.enclosing(CodeBlockSyntax.self)?.id != body.id
            else { return nil }
            self.node = node
            name = reference.baseName.text
            isUnconditional = item.parent?.id == body.statements.id
        }
    }

    /// Whether the body has other ways out.
    private static func leaves(_ body: CodeBlockSyntax) -> Bool {
        !body.descendants(ReturnStmtSyntax.self).isEmpty || !body.descendants(BreakStmtSyntax.self).isEmpty
            || !body.descendants(ThrowStmtSyntax.self).isEmpty
            || body.descendants(TryExprSyntax.self).contains { $0.questionOrExclamationMark == nil }
    }

    /// Whether every round takes memory.
    private static func grows(_ body: CodeBlockSyntax) -> Bool {
        body.descendants(FunctionCallExprSyntax.self).contains { ["append", "insert"].contains($0.memberName) }
    }
}
