package import Incident
import SourceEdit
import SwiftSyntax

/// Converts a number to a type that may not hold it.
package struct LossyConversion: RankedFault {
    package let id = "lossy_conversion"
    package let failureClass = FailureClass.lossyConversion
    package let summary = "Converts a number without asking whether it fits"

    package init() {}

    func candidates(in file: SourceFile) -> [Candidate] {
        bindings(in: file) + loose(in: file) + limits(in: file)
    }

    private func bindings(in file: SourceFile) -> [Candidate] {
        BindingRewrite.all(in: file, force: { plain($0, labels: ["exactly"]) }).compactMap {
            binding, rewrite in
            guard let value = binding.boundValue, rewrite.shape != .loop else { return nil }
            return SiteBuilder(file: file).candidate(
                rank: rewrite.shape.rawValue + doubt(value), at: binding,
                "converts without a check in \(SiteBuilder.quote(value))", edits: rewrite.edits,
                symptom: rewrite.symptom)
        }
    }

    /// `UInt8(exactly: n) ?? 0`, `UInt8(clamping: n)` and `UInt8(truncatingIfNeeded: n)` become `UInt8(n)`.
    private func loose(in file: SourceFile) -> [Candidate] {
        file.tree.descendants(FunctionCallExprSyntax.self).compactMap { call in
            let expression = ExprSyntax(call)
            let parent = call.parent?.as(InfixOperatorExprSyntax.self)
            if let text = plain(expression, labels: ["exactly"]), let parent, parent.symbol == "??",
                parent.leftOperand.id == expression.id
            {
                return candidate(file, Shape.ternary.rawValue + doubt(expression), parent, text, call)
            }
            guard let text = plain(expression, labels: ["clamping", "truncatingIfNeeded"]) else { return nil }
            return candidate(file, Shape.body.rawValue, call, text, call)
        }
    }

    private func candidate(
        _ file: SourceFile, _ rank: Int, _ target: some SyntaxProtocol, _ text: String,
        _ call: FunctionCallExprSyntax
    ) -> Candidate? {
        SiteBuilder(file: file).candidate(
            rank: rank, at: target, "converts without a check in \(SiteBuilder.quote(call))",
            edits: [TextEdit(target.spliceRange, text)], symptom: .new(offset: target.spliceRange.lowerBound))
    }

    /// `UInt8(n)` for `UInt8(exactly: n)`.
    private func plain(_ expression: ExprSyntax, labels: Set<String>) -> String? {
        guard let call = expression.as(FunctionCallExprSyntax.self), call.arguments.count == 1,
            TypeHints.integers.contains(call.calledExpression.trimmedDescription),
            let only = call.arguments.first,
            let label = only.label?.text, labels.contains(label)
        else { return nil }
        return call.calledExpression.trimmedDescription + "(" + only.expression.trimmedDescription + ")"
    }

    /// A fraction is cut off without a trap, so a floating source often only gives another number.
    private func doubt(_ conversion: ExprSyntax) -> Int {
        guard let source = conversion.as(FunctionCallExprSyntax.self)?.arguments.first?.expression else {
            return 0
        }
        return TypeHints.isFloating(source) ? 3 : 0
    }

    /// A check of a number's range, or that it is finite, before its conversion.
    private func limits(in file: SourceFile) -> [Candidate] {
        ProtectionRemoval(file).candidates(noun: "the conversion ") { protection, others in
            guard let limit = NumericLimit(protection) else { return nil }
            let conversions = protection.hazards(FunctionCallExprSyntax.self).filter { limit.mattersTo($0) }
            let stays = others.contains { other in
                other.owner.id == protection.owner.id && NumericLimit(other)?.name == limit.name
            }
            return Hazard(conversions.map { Syntax($0) }, isDoubtful: stays)
        }
    }
}
