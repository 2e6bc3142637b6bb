import SwiftSyntax

/// Wraps a value in a call and takes such calls away.
struct CallOperator: MutationOperator {
    let id = "calls"
    let summary =
        "wraps a value in `max`, `abs`, `reversed()` and the like, or in a function in scope, or unwraps it"
    let isForTesting = false

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.75)
        for expression in scope.expressions {
            bound(expression, scope, &list)
            if scope.purpose == .repair { limit(expression, scope, &list) }
            magnitude(expression, scope, &list)
            view(expression, scope, &list)
            order(expression, scope, &list)
            apply(expression, scope, &list)
        }
        for call in scope.all(FunctionCallExprSyntax.self) {
            strip(call, scope, &list)
            if scope.purpose == .repair { redirect(call, scope, &list) }
        }
        return list.found
    }

    /// `x = e` to `x = max(x, e)`, and a sum or difference that must not fall below zero.
    private func bound(_ expression: ExprSyntax, _ scope: MutationScope, _ list: inout MutationList) {
        let isClamp = ["min", "max", "abs"].contains(expression.as(FunctionCallExprSyntax.self)?.functionName)
        guard !isClamp, !expression.isLiteral else { return }
        let text = expression.plain.trimmedDescription
        let type = scope.type(of: expression)
        switch scope.role(of: expression) {
        case .assigned:
            guard let infix = expression.parent?.as(InfixOperatorExprSyntax.self), infix.symbol == "=" else {
                return
            }
            let target = infix.leftOperand.trimmedDescription
            let targetType = scope.type(of: infix.leftOperand) ?? type
            guard TypeText.isOrdered(targetType) || targetType == nil, !TypeText.isText(targetType),
                !expression.names.isEmpty
            else { return }
            let factor = targetType == nil ? 0.5 : 1
            for name in ["max", "min"] where target != text {
                list.replace(expression, with: "\(name)(\(target), \(text))", factor)
            }
            guard TypeText.isNumber(targetType), expression.is(InfixOperatorExprSyntax.self) else { return }
            list.replace(expression, with: "max(0, \(text))", 0.9)
            list.replace(expression, with: "min(0, \(text))", 0.4)
        case .returned:
            guard TypeText.isNumber(type ?? scope.returnType(at: expression)),
                expression.is(InfixOperatorExprSyntax.self)
            else { return }
            list.replace(expression, with: "max(0, \(text))", 0.7)
        case .operand(let infix) where ["..<", "..."].contains(infix.symbol):
            fallthrough
        case .index, .argument, .initial:
            guard TypeText.isNumber(type), expression.as(InfixOperatorExprSyntax.self)?.symbol == "-" else {
                return
            }
            list.replace(expression, with: "max(0, \(text))", 0.6)
        default: return
        }
    }

    /// `start + size` to `min(start + size, items.count)`: what may reach past the end of what there is.
    private func limit(_ expression: ExprSyntax, _ scope: MutationScope, _ list: inout MutationList) {
        guard let infix = expression.as(InfixOperatorExprSyntax.self), infix.symbol == "+",
            TypeText.isInteger(scope.type(of: expression))
        else { return }
        switch scope.role(of: expression) {
        case .initial, .assigned, .argument, .index, .returned: break
        case .operand(let outer): if !["..<", "..."].contains(outer.symbol) { return }
        default: return
        }
        let text = expression.trimmedDescription
        let own = expression.names
        let values = scope.values(at: expression).filter { !own.contains($0.name) }
        let collections = values.filter {
            TypeText.isArray($0.type) || TypeText.isText($0.type) && $0.type != "Character"
        }
        let numbers = values.filter { value in
            let name = value.name.lowercased()
            return TypeText.isInteger(value.type)
                && ["count", "total", "limit", "max", "maximum", "capacity", "size", "length", "end"].contains
                {
                    name.hasSuffix($0)
                }
        }
        let ends = collections.prefix(3).map { "\($0.name).count" } + numbers.prefix(2).map(\.name)
        for (rank, end) in ends.enumerated() {
            list.replace(expression, with: "min(\(text), \(end))", 0.8 - 0.1 * Double(rank))
        }
    }

    private func magnitude(_ expression: ExprSyntax, _ scope: MutationScope, _ list: inout MutationList) {
        guard let infix = expression.as(InfixOperatorExprSyntax.self), infix.symbol == "-",
            infix.rightOperand.integer == nil,
            TypeText.isNumber(scope.type(of: expression)) || scope.type(of: expression) == nil
        else { return }
        switch scope.role(of: expression) {
        case .argument(let call): if call.functionName == "abs" { return }
        case .operand(let outer):
            guard
                InfixOperatorExprSyntax.comparisons.contains(outer.symbol)
                    || ["+", "*"].contains(outer.symbol)
            else { return }
        case .returned, .assigned, .initial: break
        default: return
        }
        list.replace(expression, with: "abs(\(infix.trimmedDescription))", 0.8)
    }

    /// `xs` to `xs.reversed()` and `xs.sorted()` where a collection is handed on.
    private func view(_ expression: ExprSyntax, _ scope: MutationScope, _ list: inout MutationList) {
        guard expression.precedence == Precedence.primary, !expression.isLiteral,
            !expression.is(ArrayExprSyntax.self)
        else { return }
        let role = scope.role(of: expression)
        guard role.isWhole else { return }
        let type = scope.type(of: expression) ?? (role.isReturned ? scope.returnType(at: expression) : nil)
        guard let element = TypeText.element(of: type) else { return }
        let text = expression.trimmedDescription
        let last = expression.as(FunctionCallExprSyntax.self)?.functionName
        if TypeText.isText(type) {
            if last != "String", role.isReturned {
                list.replace(expression, with: "String(\(text).reversed())", 0.6)
            }
            return
        }
        guard TypeText.isArray(type) else { return }
        let isInferred =
            expression.parent?.parent?.as(PatternBindingSyntax.self).map { $0.typeAnnotation == nil } ?? false
        if last != "reversed", !isInferred {
            list.replace(expression, with: text + ".reversed()", role.isReturned ? 0.8 : 0.5)
        }
        if last != "sorted", TypeText.isOrdered(element) {
            list.replace(expression, with: text + ".sorted()", role.isReturned ? 0.7 : 0.5)
        }
        if case .argument(let call) = role, scope.isRecursive(call) {
            for member in ["dropFirst", "dropLast"] where last != "Array" {
                list.replace(expression, with: "Array(\(text).\(member)())", 0.8)
            }
        }
    }

    /// `e` to `f(e)` for functions in scope that give back what they take.
    private func apply(_ expression: ExprSyntax, _ scope: MutationScope, _ list: inout MutationList) {
        guard isApplied(scope.role(of: expression)), !expression.isLiteral,
            let type = scope.type(of: expression),
            !TypeText.isGeneric(type)
        else { return }
        let own = expression.as(FunctionCallExprSyntax.self)?.functionName
        let fitting = scope.callables(at: expression).filter {
            $0.parameters?.count == 1 && $0.parameters?.first?.type == type && $0.type == type
                && $0.name != own
        }
        for (rank, function) in fitting.prefix(3).enumerated() {
            let label = function.parameters?.first?.label.map { $0 + ": " } ?? ""
            let text = "\(function.name)(\(label)\(expression.plain.trimmedDescription))"
            list.replace(expression, with: text, 0.6 - 0.1 * Double(rank))
        }
    }

    /// Handed on as it is, or looked up or compared.
    private func isApplied(_ role: Role) -> Bool {
        switch role {
        case .index: true
        case .operand(let infix): InfixOperatorExprSyntax.comparisons.contains(infix.symbol)
        default: role.isWhole
        }
    }

    /// `xs.dropFirst()` to `xs.sorted().dropFirst()`, where what follows depends on the order.
    private func order(_ expression: ExprSyntax, _ scope: MutationScope, _ list: inout MutationList) {
        guard case .base = scope.role(of: expression), expression.precedence == Precedence.primary,
            let access = expression.parent?.as(MemberAccessExprSyntax.self),
            Self.ordered.contains(access.name),
            let type = scope.type(of: expression), TypeText.isArray(type),
            let element = TypeText.element(of: type)
        else { return }
        let last = expression.as(FunctionCallExprSyntax.self)?.functionName
        let text = expression.trimmedDescription
        if last != "sorted", TypeText.isOrdered(element) {
            list.replace(expression, with: text + ".sorted()", 0.7)
            list.replace(expression, with: text + ".sorted(by: >)", 0.4)
        }
        if last != "reversed" { list.replace(expression, with: text + ".reversed()", 0.5) }
    }

    /// A call of a function of the type to another one that gives back the same, with what there is in scope.
    private func redirect(_ call: FunctionCallExprSyntax, _ scope: MutationScope, _ list: inout MutationList)
    {
        guard let name = call.functionName, call.receiver == nil, call.trailingClosure == nil,
            let own = scope.reader.function(named: name, call, at: call.position.utf8Offset),
            let type = own.type, type != "Void"
        else { return }
        let others = scope.callables(at: call).filter { other in
            other.name != name && other.type == type && !other.isGeneric && other.parameters != own.parameters
                && other.name.first?.isLetter == true
        }
        let given = call.arguments.map(\.expression)
        for (rank, other) in others.prefix(3).enumerated() {
            var arguments: [String] = []
            for parameter in other.parameters ?? [] where !parameter.hasDefault {
                let values = scope.values(at: call).filter { $0.type == parameter.type && $0.type != nil }
                let kept = given.first { scope.type(of: $0) == parameter.type && parameter.type != nil }
                let named = values.first { $0.name == parameter.name || $0.name == parameter.label }
                guard let value = kept?.trimmedDescription ?? named?.name ?? values.first?.name else { break }
                arguments.append((parameter.label.map { "\($0): " } ?? "") + value)
            }
            guard arguments.count == other.parameters?.count(where: { !$0.hasDefault }) else { continue }
            list.replace(
                call, with: "\(other.name)(\(arguments.joined(separator: ", ")))", 0.65 - 0.1 * Double(rank))
        }
    }

    private static let ordered: Set<String> = [
        "dropFirst", "dropLast", "prefix", "suffix", "first", "last", "map", "enumerated", "joined", "reduce",
        "compactMap", "flatMap", "filter",
    ]

    private static let views: Set<String> = [
        "sorted", "reversed", "dropFirst", "dropLast", "lowercased", "uppercased", "rounded", "shuffled",
        "prefix",
        "suffix", "trimmed", "first", "filter",
    ]

    private func strip(_ call: FunctionCallExprSyntax, _ scope: MutationScope, _ list: inout MutationList) {
        let whole = ExprSyntax(call)
        if case .callee = scope.role(of: whole) { return }
        let type = scope.type(of: whole)
        if let receiver = call.receiver, receiver.identifier?.first?.isUppercase != true {
            let isSame = type != nil && scope.type(of: receiver) == type
            let isView =
                Self.views.contains(call.functionName ?? "")
                && !(call.parent?.is(CodeBlockItemSyntax.self) ?? false)
            if isSame || isView { list.reduce(whole, to: receiver, isSame ? 0.7 : 0.5) }
        }
        guard let name = call.functionName,
            name.first?.isUppercase != true || ["Set", "Array"].contains(name),
            call.trailingClosure == nil,
            !["print", "assert", "precondition", "fatalError", "stride", "zip"].contains(name)
        else { return }
        guard !(call.parent?.is(CodeBlockItemSyntax.self) ?? false) || scope.role(of: whole).isReturned else {
            return
        }
        let isRecursive = scope.isRecursive(call)
        if isRecursive, TypeText.isArray(type), let element = TypeText.element(of: type) {
            let given = call.arguments.reduce(into: Set<String>()) { $0.formUnion($1.expression.names) }
            for value in scope.values(at: call).filter({
                given.contains($0.name) && ($0.type == nil || $0.type == element)
            }).prefix(2) {
                list.replace(whole, with: "[\(value.name)]", 0.6)
            }
        }
        for argument in call.arguments where !argument.expression.is(ClosureExprSyntax.self) {
            let own = scope.type(of: argument.expression)
            let isOther = own != nil && type != nil && own != type
            if isOther, !isRecursive { continue }
            if isRecursive || ["min", "max", "abs"].contains(name) || own != nil && own == type {
                list.reduce(
                    whole, to: argument.expression,
                    isOther ? 0.4 : isRecursive || call.arguments.count == 1 ? 0.8 : 0.6)
            }
        }
    }
}
