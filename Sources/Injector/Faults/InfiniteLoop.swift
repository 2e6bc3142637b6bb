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
        let whiles = file.tree.descendants(WhileStmtSyntax.self).flatMap { loop in
            let conditions = loop.conditions.conjuncts(dropAll: []).map(\.atom)
            return steps(of: Syntax(loop), conditions: conditions, body: loop.body, in: file)
        }
        let repeats = file.tree.descendants(RepeatStmtSyntax.self).flatMap { loop in
            let conditions = Conjunct.all(in: loop.condition, holds: true, removal: []).map(\.atom)
            return steps(of: Syntax(loop), conditions: conditions, body: loop.body, in: file)
        }
        return whiles + repeats
    }

    private func steps(
        of loop: Syntax, conditions: [ExprSyntax], body: CodeBlockSyntax, in file: SourceFile
    ) -> [Candidate] {
        let parts = conditions.map(\.referencedNames)
        let names = parts.reduce(into: Set()) { $0.formUnion($1) }
        let passedOn = body.descendants(InOutExprSyntax.self).map(\.expression.normalText)
        let assignments = body.descendants(InfixOperatorExprSyntax.self).compactMap {
            Assignment($0, to: names, in: body)
        }
        return assignments.compactMap { step in
            let others = assignments.filter { $0.node.id != step.node.id }
            // Something else still moves the same variable in every round.
            if others.contains(where: { $0.name == step.name && $0.isUnconditional }) { return nil }
            if passedOn.contains(step.name) { return nil }
            // Another part of the condition still ends the loop.
            let isEnded = others.contains { other in
                other.isUnconditional
                    && parts.contains { $0.contains(other.name) && !$0.contains(step.name) }
            }
            if isEnded { return nil }
            var rank = step.isUnconditional ? 0 : 2
            if others.contains(where: { $0.name == step.name }) { rank += 1 }
            if others.contains(where: { $0.name != step.name }) { rank += 4 }
            if Self.leaves(body) { rank += 3 }
            if Self.throwsOut(body) { rank += Candidate.doubtful }
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
    }

    /// Whether an error may end the loop, as the same input read again and again often does.
    private static func throwsOut(_ body: CodeBlockSyntax) -> Bool {
        !body.descendants(ThrowStmtSyntax.self).isEmpty
            || body.descendants(TryExprSyntax.self).contains { $0.questionOrExclamationMark == nil }
    }

    /// Whether every round takes memory.
    private static func grows(_ body: CodeBlockSyntax) -> Bool {
        body.descendants(FunctionCallExprSyntax.self).contains {
            ["append", "insert"].contains($0.memberName)
        }
    }
}
