import SourceEdit
import SwiftSyntax

/// `let (sum, overflow) = a.addingReportingOverflow(b)` with its check, made a plain `let sum = a + b`.
struct ReportedOverflow {
    let file: SourceFile

    private static let operators = [
        "addingReportingOverflow": "+", "subtractingReportingOverflow": "-",
        "multipliedReportingOverflow": "*",
    ]

    func candidates() -> [Candidate] {
        let protections = ProtectionFinder(file: file).all()
        return file.tree.descendants(PatternBindingSyntax.self).compactMap { binding in
            guard let call = binding.initializer?.value.as(FunctionCallExprSyntax.self),
                let symbol = call.memberName.flatMap({ Self.operators[$0] }), let left = call.receiver,
                let right = call.arguments.first?.expression
            else { return nil }
            let following = Syntax(binding).followingItems
            guard let parts = parts(of: binding, in: following) else { return nil }
            let value = operand(left) + " " + symbol + " " + operand(right)
            var edits = parts.edits + [TextEdit(call.spliceRange, value)]
            var rank = 2
            if let flag = parts.flag {
                let uses = following.flatMap { references(to: flag, in: $0) }
                let checks = protections.filter {
                    $0.atom.normalText == flag && !$0.holds && following.cover($0.owner)
                }
                guard !uses.isEmpty, uses.count == checks.count else { return nil }
                edits += checks.flatMap(\.removal)
                rank = 0
            }
            let kept = rank == 0 ? "drops the overflow check of" : "no longer wraps around in"
            return SiteBuilder(file: file).candidate(
                rank: rank, at: binding, "\(kept) \(SiteBuilder.quote(call))", edits: edits,
                symptom: .new(
                    offset: call.spliceRange.lowerBound,
                    lines: value.utf8.count { $0 == UInt8(ascii: "\n") } + 1))
        }
    }

    /// How the pair is taken apart: edits that leave a plain value, and the text that reads the flag.
    private func parts(
        of binding: PatternBindingSyntax, in following: [Syntax]
    ) -> (edits: [TextEdit], flag: String?)? {
        if let tuple = binding.pattern.as(TuplePatternSyntax.self), tuple.elements.count == 2,
            let value = tuple.elements.first?.pattern, let flag = tuple.elements.last?.pattern,
            !value.is(WildcardPatternSyntax.self)
        {
            let edit = TextEdit(tuple.spliceRange, value.trimmedDescription)
            return ([edit], flag.is(WildcardPatternSyntax.self) ? nil : flag.trimmedDescription)
        }
        guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text else { return nil }
        let values = following.flatMap { references(to: name + ".partialValue", in: $0) }
        let flags = following.flatMap { references(to: name + ".overflow", in: $0) }
        let all = following.flatMap { references(to: name, in: $0) }
        guard !flags.isEmpty, values.count + flags.count == all.count else { return nil }
        return (values.map { TextEdit($0.spliceRange, name) }, name + ".overflow")
    }

    private func references(to text: String, in node: Syntax) -> [ExprSyntax] {
        node.descendants(ExprSyntax.self).filter { expression in
            if let reference = expression.as(DeclReferenceExprSyntax.self), reference.isMemberName {
                return false
            }
            return expression.trimmedDescription == text
        }
    }

    private func operand(_ expression: ExprSyntax) -> String {
        let text = expression.trimmedDescription
        let isCompound = expression.is(InfixOperatorExprSyntax.self) || expression.is(TernaryExprSyntax.self)
        return isCompound ? "(" + text + ")" : text
    }
}
