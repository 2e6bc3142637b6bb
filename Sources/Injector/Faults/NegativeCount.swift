package import Incident
import SourceEdit
import SwiftSyntax

/// Asks for a negative number of elements.
package struct NegativeCount: RankedFault {
    package let id = "negative_count"
    package let failureClass = FailureClass.negativeCount
    package let summary = "Drops the check or the clamp that keeps a count from being negative"

    package init() {}

    func candidates(in file: SourceFile) -> [Candidate] {
        let removed = ProtectionRemoval(file).candidates(noun: "") { protection, others in
            let counts = protection.hazards(FunctionCallExprSyntax.self).compactMap(Count.init)
            let certain = counts.filter { count in
                isKept(count, by: protection.fact)
                    && !others.contains { $0.covers(count.call) && isKept(count, by: $0.fact) }
            }
            let doubtful = counts.filter { count in
                count.value.is(InfixOperatorExprSyntax.self)
                    && count.value.referencedNames.contains { protection.fact.excludes(-1, of: $0) }
            }
            let nodes = certain.map { Syntax($0.call) }
            // A zero that traps in a division comes before any negative number.
            guard Division.exposed(by: protection).isEmpty else { return Hazard(nodes, isDoubtful: true) }
            return .preferring(nodes, over: doubtful.map { Syntax($0.call) })
        }
        return removed + clamps(in: file)
    }

    /// A call that takes a count.
    private struct Count {
        let call: FunctionCallExprSyntax
        let value: ExprSyntax

        init?(_ call: FunctionCallExprSyntax) {
            if ["prefix", "suffix", "dropFirst", "dropLast"].contains(call.memberName),
                let only = call.onlyArgument
            {
                value = only.unparenthesised
            } else if call.argument("repeating") != nil || call.functionName == "repeatElement",
                let count = call.argument("count")
            {
                value = count.unparenthesised
            } else {
                return nil
            }
            self.call = call
        }
    }

    private func isKept(_ count: Count, by fact: Fact) -> Bool {
        if count.value.isKept(from: -1, by: fact) { return true }
        // `all - part` needs `part <= all`.
        guard case .comparison(let comparison) = fact, let (smaller, larger, _) = comparison.ascending else {
            return false
        }
        return Quantity.spellings(of: count.value).contains { spelling in
            guard let difference = spelling.as(InfixOperatorExprSyntax.self), difference.symbol == "-" else {
                return false
            }
            return difference.leftOperand.normalText == larger.normalText
                && difference.rightOperand.normalText == smaller.normalText
        }
    }

    /// `max(0, count)` becomes `count`.
    private func clamps(in file: SourceFile) -> [Candidate] {
        let counts = file.tree.descendants(FunctionCallExprSyntax.self).compactMap(Count.init)
        return file.tree.descendants(FunctionCallExprSyntax.self).compactMap { call in
            guard let clamp = Clamp(call), clamp.name == "max",
                let value = clamp.value(besides: { $0.integerLiteral == 0 })
            else { return nil }
            let hazards = counts.filter { clamp.isMeant(by: $0.value) }.map { Syntax($0.call) }
            guard !hazards.isEmpty else { return nil }
            return SiteBuilder(file: file).candidate(
                rank: Shape.exit.rawValue, at: call, "drops the clamp \(SiteBuilder.quote(call))",
                edits: clamp.unclamping(value), symptom: .kept(hazards))
        }
    }
}
