import SourceEdit
import SwiftSyntax

/// Loops over all positions of an array, made to run one too far.
struct OffByOne {
    let file: SourceFile

    func candidates() -> [Candidate] {
        let loops = file.tree.descendants(ForStmtSyntax.self).compactMap { loop -> Candidate? in
            guard let name = loop.pattern.as(IdentifierPatternSyntax.self)?.identifier.text else {
                return nil
            }
            return range(loop.sequence, variable: name, body: Syntax(loop.body), rank: 3)
        }
        let closures = file.tree.descendants(FunctionCallExprSyntax.self).compactMap { call -> Candidate? in
            guard let receiver = call.receiver, let closure = call.trailingClosure,
                ["map", "forEach", "filter", "compactMap", "flatMap"].contains(call.memberName)
            else { return nil }
            let name = FunctionContext(Syntax(closure))?.parameters.first?.name ?? "$0"
            return range(receiver, variable: name, body: Syntax(closure), rank: 4)
        }
        let conditions = file.tree.descendants(WhileStmtSyntax.self).flatMap(condition)
        return loops + closures + conditions
    }

    /// `0..<values.count` becomes `0...values.count`, and so does `values.indices`.
    private func range(_ sequence: ExprSyntax, variable: String, body: Syntax, rank: Int) -> Candidate? {
        guard let collection = sequence.coveredCollection else { return nil }
        let hazards = body.descendants(SubscriptCallExprSyntax.self).compactMap(Subscript.init).filter {
            $0.base == collection && $0.index.normalText == variable
        }
        guard let access = hazards.first else { return nil }
        let edit: TextEdit
        if let range = sequence.unparenthesised.as(InfixOperatorExprSyntax.self) {
            guard range.rightOperand.unparenthesised.is(MemberAccessExprSyntax.self) else { return nil }
            edit = TextEdit(range.operator.spliceRange, "...")
        } else {
            guard TypeHints.isArray(access.node.calledExpression) else { return nil }
            let text = "0...\(collection).count"
            let isReceiver = sequence.parent?.is(MemberAccessExprSyntax.self) == true
            edit = TextEdit(sequence.spliceRange, isReceiver ? "(\(text))" : text)
        }
        return SiteBuilder(file: file).candidate(
            rank: rank, at: sequence, "runs one past the end of `\(collection)`", edits: [edit],
            symptom: .kept(hazards.map { Syntax($0.node) }))
    }

    /// `position < values.count` becomes `position <= values.count`.
    private func condition(of loop: WhileStmtSyntax) -> [Candidate] {
        loop.conditions.conjuncts(dropAll: []).compactMap { conjunct in
            guard conjunct.holds, let comparison = Comparison(conjunct.atom, holds: true),
                let (smaller, larger, isStrict) = comparison.ascending, isStrict,
                let collection = larger.measuredCollection,
                larger.unparenthesised.is(MemberAccessExprSyntax.self),
                let infix = conjunct.atom.as(InfixOperatorExprSyntax.self)
            else { return nil }
            let hazards = (conjunct.later + [Syntax(loop.body)]).flatMap {
                $0.descendants(SubscriptCallExprSyntax.self)
            }
            .compactMap(Subscript.init)
            .filter { $0.base == collection && $0.index.normalText == smaller.normalText }
            guard !hazards.isEmpty else { return nil }
            return SiteBuilder(file: file).candidate(
                rank: 2, at: infix, "runs one past the end of `\(collection)`",
                edits: [TextEdit(infix.operator.spliceRange, infix.symbol + "=")],
                symptom: .kept(hazards.map { Syntax($0.node) }))
        }
    }
}
