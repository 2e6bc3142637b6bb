import SwiftSyntax

/// Swaps, drops, repeats and replaces what calls are given.
struct ArgumentOperator: MutationOperator {
    let id = "arguments"
    let summary =
        "swaps two arguments, drops one that has a default, or hands over another value"
    let isForTesting = false

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.85)
        for call in scope.all(FunctionCallExprSyntax.self) {
            let arguments = Array(call.arguments)
            if !["min", "max", "print", "zip"].contains(call.functionName) || call.isMember {
                swaps(
                    arguments, of: scope.isRecursive(call) ? nil : parameters(of: call, scope), scope, &list)
            }
            turn(call, arguments, scope, &list)
            drop(call, arguments, scope, &list)
            add(to: call, arguments, scope, &list)
            for argument in arguments { replace(argument, in: call, arguments, scope, &list) }
        }
        return list.found
    }

    /// - Parameter parameters: of the function, where what an argument is called says where it belongs: who gives `first`
    ///   for `first` and `second` for `second` means it. A function that calls itself often turns its own round.
    private func swaps(
        _ arguments: [LabeledExprSyntax], of parameters: [Ingredient.Parameter]?, _ scope: MutationScope,
        _ list: inout MutationList
    ) {
        guard (2...4).contains(arguments.count) else { return }
        let named = zip(arguments, parameters ?? []).map { argument, parameter in
            let name = argument.expression.leadingName
            return name != nil && (name == parameter.name || name == parameter.label)
        }
        for (position, a) in arguments.enumerated() {
            for (other, b) in arguments.enumerated().dropFirst(position + 1) {
                let types = (scope.type(of: a.expression), scope.type(of: b.expression))
                guard TypeText.areAlike(types.0, types.1),
                    !a.expression.is(ClosureExprSyntax.self), !b.expression.is(ClosureExprSyntax.self)
                else { continue }
                let areMeant = other < named.count && named[position] && named[other]
                list.swap(
                    a.expression, b.expression,
                    (types.0 != nil && types.0 == types.1 ? 1 : 0.6) * (areMeant ? 0.4 : 1))
            }
        }
    }

    /// `a.joined(with: b)` to `b.joined(with: a)`.
    private func turn(
        _ call: FunctionCallExprSyntax, _ arguments: [LabeledExprSyntax], _ scope: MutationScope,
        _ list: inout MutationList
    ) {
        guard arguments.count == 1, let argument = arguments.first?.expression,
            let receiver = call.receiver, call.trailingClosure == nil,
            receiver.precedence >= Precedence.primary, argument.precedence >= Precedence.primary,
            !receiver.isLiteral, !argument.isLiteral, !argument.is(ClosureExprSyntax.self),
            receiver.identifier.map({ $0.first?.isUppercase == false && $0 != "super" }) ?? true
        else { return }
        let types = (scope.type(of: receiver), scope.type(of: argument))
        guard TypeText.areAlike(types.0, types.1) else { return }
        list.swap(receiver, argument, types.0 != nil && types.0 == types.1 ? 1 : 0.4)
    }

    /// Those of a function in scope, where it is known.
    private func parameters(
        of call: FunctionCallExprSyntax, _ scope: MutationScope
    ) -> [Ingredient.Parameter]? {
        guard let name = call.functionName else { return nil }
        guard let receiver = call.receiver else {
            return scope.reader.function(named: name, call, at: call.position.utf8Offset)?.parameters
        }
        let type = TypeText.unwrapped(scope.type(of: receiver))
        return scope.ingredients.functions(of: type).first { $0.name == name }?.parameters
    }

    private func drop(
        _ call: FunctionCallExprSyntax, _ arguments: [LabeledExprSyntax], _ scope: MutationScope,
        _ list: inout MutationList
    ) {
        guard !arguments.isEmpty else { return }
        guard let parameters = parameters(of: call, scope) else { return }
        for (position, argument) in arguments.enumerated() {
            let fits =
                argument.label.map { label in parameters.contains { $0.label == label.text && $0.hasDefault }
                }
                ?? (position < parameters.count && parameters[position].label == nil
                    && parameters[position].hasDefault)
            let isVariadic =
                parameters.contains { $0.isVariadic } && arguments.count > 1 && argument.label == nil
            guard fits || isVariadic else { continue }
            let own = argument.expression.spliceRange
            let range =
                position + 1 < arguments.count
                ? argument.spliceRange.lowerBound..<arguments[position + 1].spliceRange.lowerBound
                : position > 0
                    ? arguments[position - 1].expression.spliceRange.upperBound..<own.upperBound
                    : argument.spliceRange.lowerBound..<own.upperBound
            list.edit(
                [TextEdit(range, "")], 0.4, original: argument.trimmedDescription, replacement: "",
                removes: true)
        }
    }

    /// An argument that has a default and was left to it.
    private func add(
        to call: FunctionCallExprSyntax, _ arguments: [LabeledExprSyntax], _ scope: MutationScope,
        _ list: inout MutationList
    ) {
        guard let name = call.functionName, call.rightParen != nil else { return }
        var missing: [(label: String, position: Int, values: [String])] = []
        if call.isMember, name == "split" {
            if !arguments.contains(where: { $0.label?.text == "maxSplits" }) {
                missing.append(("maxSplits", 1, ["1"]))
            }
            if !arguments.contains(where: { $0.label?.text == "omittingEmptySubsequences" }) {
                missing.append(("omittingEmptySubsequences", arguments.count, ["false"]))
            }
        }
        var position = 0
        for parameter in parameters(of: call, scope) ?? [] {
            if position < arguments.count, arguments[position].label?.text == parameter.label {
                position += 1
            } else if parameter.hasDefault, let label = parameter.label, parameter.type != nil {
                let names = scope.values(at: call).filter {
                    $0.type == parameter.type && $0.origin <= .member
                }
                var values = names.prefix(3).map(\.name)
                if TypeText.isInteger(parameter.type) {
                    values += names.prefix(2).flatMap { ["\($0.name) + 1", "\($0.name) - 1"] }
                }
                if parameter.type == "Bool" { values += ["true", "false"] }
                missing.append((label, position, values))
            }
        }
        for (label, position, values) in missing where position <= arguments.count {
            for (rank, value) in values.enumerated() {
                let factor = 0.75 - 0.05 * Double(rank)
                let argument = "\(label): \(value)"
                let edit: TextEdit
                if position < arguments.count {
                    edit = .insert(argument + ", ", at: arguments[position].spliceRange.lowerBound)
                } else if let last = arguments.last {
                    edit = .insert(", " + argument, at: last.expression.spliceRange.upperBound)
                } else if let paren = call.leftParen {
                    edit = .insert(argument, at: paren.spliceRange.upperBound)
                } else {
                    continue
                }
                list.edit([edit], factor, original: "", replacement: argument)
            }
        }
    }

    private func replace(
        _ argument: LabeledExprSyntax, in call: FunctionCallExprSyntax, _ arguments: [LabeledExprSyntax],
        _ scope: MutationScope, _ list: inout MutationList
    ) {
        let expression = argument.expression
        guard !expression.is(ClosureExprSyntax.self) else { return }
        let type = scope.type(of: expression)
        if TypeText.isInteger(type), scope.isRecursive(call) { step(expression, &list) }
        // What another argument is made with may be missing here: `f(a.dropFirst(), b)` to `f(a.dropFirst(), b.dropFirst())`.
        if let name = expression.identifier {
            for other in arguments where other.id != argument.id && other.expression.identifier == nil {
                mirror(expression, name, type, other.expression, scope, &list)
            }
        }
        guard expression.identifier == nil, !expression.isLiteral else { return }
        if let type {
            for (rank, value) in scope.replacements(forType: type, at: expression).prefix(3).enumerated() {
                list.replace(expression, with: value.name, 0.7 - 0.1 * Double(rank))
            }
        }
        for other in arguments where other.id != argument.id && !other.expression.is(ClosureExprSyntax.self) {
            guard type != nil, scope.type(of: other.expression) == type else { continue }
            list.replace(expression, with: other.expression.trimmedDescription, 0.4)
        }
    }

    /// `f(n - 1)` to `f(n / 2)` and back: how fast a recursion comes to its end.
    private func step(_ expression: ExprSyntax, _ list: inout MutationList) {
        if let (base, by) = expression.offset, by == -1 {
            list.replace(
                expression, with: Precedence.operand(base, of: "/") + " / 2",
                precedence: Precedence.multiplication, 0.5)
        } else if let infix = expression.as(InfixOperatorExprSyntax.self), infix.symbol == "/" {
            list.replace(
                expression, with: infix.leftOperand.trimmedDescription + " - 1",
                precedence: Precedence.addition, 0.5)
        }
    }

    private func mirror(
        _ expression: ExprSyntax, _ name: String, _ type: String?, _ other: ExprSyntax,
        _ scope: MutationScope,
        _ list: inout MutationList
    ) {
        for reference in other.descendants(DeclReferenceExprSyntax.self) {
            let own = ExprSyntax(reference)
            guard let inner = own.identifier, inner != name, scope.type(of: own) == type,
                !scope.role(of: own).isCallee
            else { continue }
            let start = reference.spliceRange.lowerBound - other.spliceRange.lowerBound
            let edit = TextEdit(start..<start + inner.utf8.count, name)
            guard let text = [edit].applied(to: other.trimmedDescription) else { continue }
            list.replace(expression, with: text, precedence: other.precedence, 0.9)
        }
    }
}

extension Role {
    var isCallee: Bool { if case .callee = self { true } else { false } }
}

extension ExprSyntax {
    /// `a` of `a`, `a.b`, `a[i]` and `a.f()`.
    fileprivate var leadingName: String? {
        if let name = identifier { return name }
        if let access = self.as(MemberAccessExprSyntax.self) { return access.base?.leadingName }
        if let access = self.as(SubscriptCallExprSyntax.self) { return access.calledExpression.leadingName }
        if let call = self.as(FunctionCallExprSyntax.self), call.isMember {
            return call.calledExpression.leadingName
        }
        return nil
    }
}
