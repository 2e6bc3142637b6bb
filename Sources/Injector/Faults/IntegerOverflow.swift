package import Incident
import SourceEdit
import SwiftSyntax

/// Lets integer arithmetic leave the range of its type.
package struct IntegerOverflow: RankedFault {
    package let id = "integer_overflow"
    package let failureClass = FailureClass.integerOverflow
    package let summary = "Replaces checked or wrapping arithmetic by plain operators"

    package init() {}

    func candidates(in file: SourceFile) -> [Candidate] {
        ReportedOverflow(file: file).candidates() + limits(in: file) + wrapping(in: file)
    }

    /// A comparison with `.max` or `.min` before arithmetic on the same value.
    private func limits(in file: SourceFile) -> [Candidate] {
        ProtectionRemoval(file).candidates(noun: "computing ") { protection, others in
            guard case .comparison(let comparison) = protection.fact else { return nil }
            let sides = [(comparison.left, comparison.right), (comparison.right, comparison.left)]
            guard let (value, _) = sides.first(where: { !mentionsLimit($0.0) && mentionsLimit($0.1) }) else {
                return nil
            }
            let names = value.referencedNames
            guard names.count == 1, let name = names.first else { return nil }
            let arithmetic = protection.hazards(InfixOperatorExprSyntax.self).filter {
                ["+", "-", "*", "+=", "-=", "*="].contains($0.symbol) && $0.referencedNames.contains(name)
                    && !TypeHints.isFloating($0.leftOperand)
            }
            let negation = protection.hazards(PrefixOperatorExprSyntax.self).filter {
                $0.operator.text == "-" && $0.expression.normalText == name
            }
            return Hazard(arithmetic.map { Syntax($0) } + negation.map { Syntax($0) })
        }
    }

    private func mentionsLimit(_ expression: ExprSyntax) -> Bool {
        expression.descendants(MemberAccessExprSyntax.self).contains { access in
            ["max", "min"].contains(access.name)
                && (access.base == nil || TypeHints.integers.contains(access.base?.trimmedDescription ?? "")
                    || access.base?.trimmedDescription == "Self")
        }
    }

    /// `&+` becomes `+`.
    private func wrapping(in file: SourceFile) -> [Candidate] {
        file.tree.descendants(InfixOperatorExprSyntax.self).compactMap { infix in
            guard ["&+", "&-", "&*", "&+=", "&-=", "&*="].contains(infix.symbol) else { return nil }
            let start = infix.operator.spliceRange.lowerBound
            return SiteBuilder(file: file).candidate(
                rank: 2, at: infix, "no longer wraps around in \(SiteBuilder.quote(infix))",
                edits: [SourceFile.cut(start, start + 1)], symptom: .kept([Syntax(infix)]))
        }
    }
}
