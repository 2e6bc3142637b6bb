package import Incident
import SourceEdit
import SwiftSyntax

/// Lets a range end before it starts, or a stride stand still.
package struct InvalidRange: RankedFault {
    package let id = "invalid_range"
    package let failureClass = FailureClass.invalidRange
    package let summary = "Drops the check or the clamp that keeps a range's ends in order"

    package init() {}

    func candidates(in file: SourceFile) -> [Candidate] {
        let removed = ProtectionRemoval(file).candidates(noun: "forming ") { protection, others in
            let ranges = protection.hazards(InfixOperatorExprSyntax.self).filter {
                ["..<", "..."].contains($0.symbol)
            }
            let open = ranges.filter { range in
                isOrdered(range, by: protection.fact)
                    && !others.contains { $0.covers(range) && isOrdered(range, by: $0.fact) }
            }
            let strides = protection.hazards(FunctionCallExprSyntax.self).filter {
                $0.functionName == "stride" && $0.argument("by")?.isKept(from: 0, by: protection.fact) == true
            }
            let slices = protection.hazards(SubscriptCallExprSyntax.self).compactMap(Subscript.init).filter {
                isSliceOrdered($0, by: protection.fact)
            }
            let certain =
                open.map { Syntax($0) } + strides.map { Syntax($0) } + slices.map { Syntax($0.node) }
            let doubtful = ranges.filter { isLoosely($0, orderedBy: protection.fact) }
            return .preferring(certain, over: doubtful.map { Syntax($0) })
        }
        return removed + clamps(in: file)
    }

    private func isOrdered(_ range: InfixOperatorExprSyntax, by fact: Fact) -> Bool {
        if let low = range.leftOperand.integerLiteral, range.rightOperand.isKept(from: low - 1, by: fact) {
            return true
        }
        guard case .comparison(let comparison) = fact, let (smaller, larger, _) = comparison.ascending else {
            return false
        }
        if range.leftOperand.means(smaller.normalText) {
            return ends(of: range.rightOperand).contains(larger.normalText)
        }
        // `0...(all - part)` needs `part <= all`.
        guard range.leftOperand.integerLiteral == 0 else { return false }
        return Quantity.spellings(of: range.rightOperand).contains { spelling in
            guard let difference = spelling.as(InfixOperatorExprSyntax.self), difference.symbol == "-" else {
                return false
            }
            return difference.leftOperand.normalText == larger.normalText
                && difference.rightOperand.normalText == smaller.normalText
        }
    }

    /// What an upper end can be, a `min` taken apart.
    private func ends(of expression: ExprSyntax) -> [String] {
        Quantity.spellings(of: expression).flatMap { spelling -> [String] in
            guard let clamp = Clamp(spelling), clamp.name == "min" else { return [spelling.normalText] }
            return [spelling, clamp.first, clamp.second].map(\.normalText)
        }
    }

    /// `values[start...]` needs `start <= values.count`, and `values[..<end]` that `end` is not negative.
    private func isSliceOrdered(_ access: Subscript, by fact: Fact) -> Bool {
        if let prefix = access.index.as(PrefixOperatorExprSyntax.self), prefix.operator.text.hasPrefix("..") {
            return prefix.expression.isKept(from: -1, by: fact)
        }
        guard let postfix = access.index.as(PostfixOperatorExprSyntax.self), postfix.operator.text == "...",
            case .comparison(let comparison) = fact, let (smaller, larger, _) = comparison.ascending
        else { return false }
        return larger.measuredCollection == access.base && postfix.expression.means(smaller.normalText)
    }

    /// `0..<(cents % parts)` needs `cents >= 0`.
    private func isLoosely(_ range: InfixOperatorExprSyntax, orderedBy fact: Fact) -> Bool {
        guard range.leftOperand.integerLiteral != nil, case .comparison = fact,
            let computed = range.rightOperand.unparenthesised.as(InfixOperatorExprSyntax.self)
        else { return false }
        return computed.leftOperand.unparenthesised.is(DeclReferenceExprSyntax.self)
            && fact.excludes(-1, of: computed.leftOperand.normalText)
    }

    /// `low..<max(low, high)` becomes `low..<high`.
    private func clamps(in file: SourceFile) -> [Candidate] {
        let ranges = file.tree.descendants(InfixOperatorExprSyntax.self).filter {
            ["..<", "..."].contains($0.symbol)
        }
        return file.tree.descendants(FunctionCallExprSyntax.self).compactMap { call in
            guard let clamp = Clamp(call) else { return nil }
            let isUpper = clamp.name == "max"
            for range in ranges where clamp.isMeant(by: isUpper ? range.rightOperand : range.leftOperand) {
                let other = isUpper ? range.leftOperand : range.rightOperand
                guard let value = clamp.value(besides: { $0.normalText == other.normalText }) else {
                    continue
                }
                return SiteBuilder(file: file).candidate(
                    rank: Shape.body.rawValue, at: call, "drops the clamp \(SiteBuilder.quote(call))",
                    edits: clamp.unclamping(value), symptom: .kept([Syntax(range)]))
            }
            return nil
        }
    }
}
