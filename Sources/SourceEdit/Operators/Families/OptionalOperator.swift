import SwiftSyntax

/// Replaces what stands in for a missing value.
struct OptionalOperator: MutationOperator {
    let id = "optional_default"
    let summary = "replaces the value behind `??`"
    let isForTesting = false

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.7)
        for infix in scope.all(InfixOperatorExprSyntax.self) where infix.symbol == "??" {
            let value = infix.rightOperand
            let type = TypeText.unwrapped(scope.type(of: infix.leftOperand)) ?? scope.type(of: value)
            let old = value.trimmedDescription
            var variants = Defaults.values(of: type)
            if TypeText.isInteger(type), let type {
                variants += [("\(type).max", 0.7), ("\(type).min", 0.6)]
            }
            if TypeText.isFloat(type), let type { variants += [("\(type).infinity", 0.7)] }
            for (text, factor) in variants where text != old { list.replace(value, with: text, factor) }
            let names = scope.values(at: value).filter {
                $0.type == type && type != nil && $0.origin <= .member
            }
            for name in names.prefix(3) where name.name != old { list.replace(value, with: name.name, 0.8) }
            // `a ?? b` read the wrong way round.
            if let a = infix.leftOperand.identifier, let b = value.identifier,
                TypeText.isOptional(scope.type(of: value))
            {
                list.replace(infix, with: "\(b) ?? \(a)", 0.8)
            }
        }
        return list.found
    }
}
