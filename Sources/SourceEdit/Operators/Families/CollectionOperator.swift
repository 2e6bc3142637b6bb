import SwiftSyntax

/// Works at the other end of a collection, or puts in one element for many.
struct CollectionOperator: MutationOperator {
    let id = "collection_discipline"
    let summary = "adds or removes at the other end of a collection, or one element for many"
    let isForTesting = false

    private static let ends = [
        "removeFirst": "removeLast", "removeLast": "removeFirst", "popFirst": "popLast",
        "popLast": "popFirst",
        "enqueue": "dequeue", "dequeue": "enqueue", "pushFront": "pushBack", "pushBack": "pushFront",
        "addFirst": "addLast", "addLast": "addFirst", "prepend": "append", "pollFirst": "pollLast",
    ]

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.8)
        for call in scope.all(FunctionCallExprSyntax.self) {
            guard let access = call.calledExpression.as(MemberAccessExprSyntax.self), let base = access.base
            else { continue }
            if let other = Self.ends[access.name] {
                list.replace(access.declName.baseName, with: other, 1)
                // `popLast()` gives an optional and `Array` has no `popFirst()`.
                if access.name == "popLast" {
                    let receiver = base.trimmedDescription
                    list.replace(call, with: "\(receiver).isEmpty ? nil : \(receiver).removeFirst()", 0.8)
                }
            }
            let arguments = Array(call.arguments)
            switch access.name {
            case "append": append(call, base, arguments, scope, &list)
            case "insert": insert(call, base, arguments, &list)
            case "formUnion", "merge", "formIntersection", "subtract":
                guard let only = call.onlyArgument, only.label == nil else { break }
                let target = base.as(OptionalChainingExprSyntax.self)?.expression ?? base
                list.replace(
                    call, with: "\(target.trimmedDescription) = \(only.expression.trimmedDescription)", 0.8)
            default: break
            }
        }
        for infix in scope.all(InfixOperatorExprSyntax.self) where infix.symbol == "=" {
            guard TypeText.isSet(scope.type(of: infix.leftOperand)) else { continue }
            let target = infix.leftOperand.trimmedDescription
            list.replace(infix, with: "\(target).formUnion(\(infix.rightOperand.trimmedDescription))", 0.7)
        }
        return list.found
    }

    private func append(
        _ call: FunctionCallExprSyntax, _ base: ExprSyntax, _ arguments: [LabeledExprSyntax],
        _ scope: MutationScope,
        _ list: inout MutationList
    ) {
        guard arguments.count == 1, let only = arguments.first else { return }
        let receiver = base.trimmedDescription
        let value = only.expression.trimmedDescription
        let type = scope.type(of: base)
        let given = scope.type(of: only.expression)
        if only.label?.text == "contentsOf" {
            list.replace(
                call, with: "\(receiver).append(\(value))",
                given == nil || TypeText.element(of: type) == given ? 0.8 : 0.3)
            list.replace(call, with: "\(receiver).insert(contentsOf: \(value), at: 0)", 0.8)
            list.replace(call, with: "\(receiver) = \(value)", 0.5)
            if let made = only.expression.as(FunctionCallExprSyntax.self),
                let inner = made.onlyArgument?.expression
            {
                list.replace(call, with: "\(receiver).append(\(inner.trimmedDescription))", 0.8)
                // What is wrapped to be handed to the function itself may be what is wanted.
                if inner.identifier == nil, scope.isRecursive(made) {
                    for name in inner.names.sorted().prefix(3) {
                        list.replace(call, with: "\(receiver).append(\(name))", 0.7)
                    }
                }
            }
            return
        }
        guard only.label == nil else { return }
        let place = TypeText.isText(type) ? "\(receiver).startIndex" : "0"
        list.replace(call, with: "\(receiver).insert(\(value), at: \(place))", 0.9)
        if given == nil || given == type || TypeText.element(of: given) == TypeText.element(of: type) {
            list.replace(call, with: "\(receiver).append(contentsOf: \(value))", 0.7)
        }
        if given == type, type != nil {
            list.replace(call, with: "\(receiver) = \(value) + \(receiver)", 0.6)
        }
    }

    private func insert(
        _ call: FunctionCallExprSyntax, _ base: ExprSyntax, _ arguments: [LabeledExprSyntax],
        _ list: inout MutationList
    ) {
        guard arguments.count == 2, let value = arguments.first, let place = arguments.last,
            place.label?.text == "at"
        else { return }
        if place.expression.integer == 0 || place.expression.trimmedDescription.hasSuffix("startIndex") {
            let label = value.label.map { $0.text + ": " } ?? ""
            list.replace(
                call,
                with: "\(base.trimmedDescription).append(\(label)\(value.expression.trimmedDescription))", 0.9
            )
        }
    }
}
