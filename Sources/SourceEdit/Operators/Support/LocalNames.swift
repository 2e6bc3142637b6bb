import SwiftSyntax

/// A parameter, variable or nested function with the stretch of the file in which it can be used.
struct LocalName: Sendable, Hashable {
    var ingredient: Ingredient
    /// UTF-8 offsets.
    var visible: Range<Int>
    var declared: Int
}

/// The names that a function's own code declares, in source order.
struct LocalNames: Sendable {
    private(set) var all: [LocalName] = []
    private let ingredients: Ingredients
    private let owner: String?
    private let end: Int

    init(of function: FunctionContext, owner: String?, ingredients: Ingredients) {
        self.ingredients = ingredients
        self.owner = owner
        end = function.body.endPosition.utf8Offset
        let body = function.body.position.utf8Offset..<end
        for parameter in function.parameters {
            declare(
                parameter.name, TypeText.normal(parameter.type), in: body, at: body.lowerBound,
                origin: .parameter,
                isMutable: parameter.type.hasPrefix("inout "))
        }
        if let accessor = function.node.as(AccessorDeclSyntax.self) {
            let type = accessor.enclosing(PatternBindingSyntax.self)?.typeAnnotation?.type.trimmedDescription
            let implicit = ["set": "newValue", "willSet": "newValue", "didSet": "oldValue"]
            if let name = accessor.parameters?.name.text ?? implicit[accessor.accessorSpecifier.text] {
                declare(name, TypeText.normal(type), in: body, at: body.lowerBound, origin: .parameter)
            }
        }
        visit(Syntax(function.body))
    }

    private var reader: TypeReader { TypeReader(names: all, ingredients: ingredients, owner: owner) }

    private mutating func declare(
        _ name: String, _ type: String?, in visible: Range<Int>, at declared: Int,
        origin: Ingredient.Origin = .local, isMutable: Bool = false, initial: String? = nil
    ) {
        guard name != "_" else { return }
        var ingredient = Ingredient(name: name, type: type, origin: origin, isMutable: isMutable)
        ingredient.initial = initial
        all.append(LocalName(ingredient: ingredient, visible: visible, declared: declared))
    }

    private mutating func declare(
        _ pattern: PatternSyntax, _ type: String?, in visible: Range<Int>, isMutable: Bool = false,
        initial: String? = nil
    ) {
        if let name = pattern.as(IdentifierPatternSyntax.self) {
            declare(
                name.identifier.text, type, in: visible, at: pattern.position.utf8Offset,
                isMutable: isMutable, initial: initial)
        } else if let binding = pattern.as(ValueBindingPatternSyntax.self) {
            declare(binding.pattern, type, in: visible, isMutable: binding.bindingSpecifier.text == "var")
        } else if let tuple = pattern.as(TuplePatternSyntax.self) {
            let types = TypeText.tuple(type)
            for (position, element) in tuple.elements.enumerated() {
                let part = types.count == tuple.elements.count ? types[position].type : nil
                declare(element.pattern, part, in: visible, isMutable: isMutable)
            }
        } else if let expression = pattern.as(ExpressionPatternSyntax.self) {
            declare(parts: expression.expression, type, in: visible, isMutable: isMutable)
        }
    }

    /// The names that a pattern written as an expression binds: `.paid(let cents)`, `(.placed, .pay(let cents))`.
    private mutating func declare(
        parts expression: ExprSyntax, _ type: String?, in visible: Range<Int>, isMutable: Bool
    ) {
        if let inner = expression.as(PatternExprSyntax.self) {
            declare(inner.pattern, type, in: visible, isMutable: isMutable)
        } else if let tuple = expression.as(TupleExprSyntax.self) {
            let types = TypeText.tuple(type)
            for (position, element) in tuple.elements.enumerated() {
                let part = types.count == tuple.elements.count ? types[position].type : nil
                declare(parts: element.expression, part, in: visible, isMutable: isMutable)
            }
        } else if let call = expression.as(FunctionCallExprSyntax.self) {
            let payload = call.functionName.map { ingredients.payload(ofCase: $0) } ?? []
            let some = call.functionName == "some" ? [TypeText.unwrapped(type)] : payload
            for (position, argument) in call.arguments.enumerated() {
                let part = some.count == call.arguments.count ? some[position] : nil
                declare(parts: argument.expression, part, in: visible, isMutable: isMutable)
            }
        } else {
            for inner in expression.descendants(PatternExprSyntax.self) {
                declare(inner.pattern, nil, in: visible, isMutable: isMutable)
            }
        }
    }

    private mutating func visitChildren(_ node: Syntax) {
        for child in node.children(viewMode: .sourceAccurate) { visit(child) }
    }

    private mutating func visit(_ node: Syntax) {
        switch node.as(SyntaxEnum.self) {
        case .codeBlockItemList(let list):
            for item in list {
                if let function = item.item.as(FunctionDeclSyntax.self) { declare(function, in: list) }
            }
            visitChildren(node)
        case .variableDecl(let declaration):
            let rest = declaration.enclosing(CodeBlockItemListSyntax.self)?.endPosition.utf8Offset ?? end
            for binding in declaration.bindings {
                visitChildren(Syntax(binding))
                let type =
                    TypeText.normal(binding.typeAnnotation?.type.trimmedDescription)
                    ?? binding.initializer.flatMap { reader.type(of: $0.value) }
                let start = binding.endPosition.utf8Offset
                declare(
                    binding.pattern, type, in: start..<max(start, rest),
                    isMutable: declaration.bindingSpecifier.text == "var",
                    initial: Defaults.plain(binding, type: type))
            }
        case .guardStmt(let statement):
            let rest = statement.enclosing(CodeBlockItemListSyntax.self)?.endPosition.utf8Offset ?? end
            let first = all.count
            bind(statement.conditions, until: statement.conditions.endPosition.utf8Offset)
            visit(Syntax(statement.body))
            // Not visible where the guard leaves.
            for var name in all[first...] where statement.conditions.contains(offset: name.declared) {
                name.visible = statement.endPosition.utf8Offset..<max(statement.endPosition.utf8Offset, rest)
                all.append(name)
            }
        case .ifExpr(let statement):
            bind(statement.conditions, until: statement.body.endPosition.utf8Offset)
            visit(Syntax(statement.body))
            if let other = statement.elseBody { visit(Syntax(other)) }
        case .whileStmt(let statement):
            bind(statement.conditions, until: statement.body.endPosition.utf8Offset)
            visit(Syntax(statement.body))
        case .forStmt(let loop):
            visit(Syntax(loop.sequence))
            let start = loop.sequence.endPosition.utf8Offset
            let type =
                TypeText.normal(loop.typeAnnotation?.type.trimmedDescription)
                ?? TypeText.element(of: reader.type(of: loop.sequence))
            declare(loop.pattern, type, in: start..<max(start, loop.body.endPosition.utf8Offset))
            if let clause = loop.whereClause { visit(Syntax(clause)) }
            visit(Syntax(loop.body))
        case .switchExpr(let statement):
            visit(Syntax(statement.subject))
            let type = reader.type(of: statement.subject)
            for item in statement.cases {
                guard let label = item.as(SwitchCaseSyntax.self) else { continue }
                if case .case(let cases) = label.label {
                    for item in cases.caseItems {
                        declare(
                            item.pattern, type,
                            in: item.pattern.endPosition.utf8Offset..<label.endPosition.utf8Offset)
                    }
                }
                visitChildren(Syntax(label))
            }
        case .catchClause(let clause):
            let body = clause.body.position.utf8Offset..<clause.body.endPosition.utf8Offset
            if clause.catchItems.isEmpty { declare("error", "Error", in: body, at: body.lowerBound) }
            for item in clause.catchItems {
                if let pattern = item.pattern { declare(pattern, nil, in: body) }
            }
            visit(Syntax(clause.body))
        case .closureExpr(let closure):
            declareParameters(of: closure)
            visit(Syntax(closure.statements))
        case .functionDecl(let function):
            guard let body = function.body else { return }
            let range = body.position.utf8Offset..<body.endPosition.utf8Offset
            for parameter in Ingredients.parameters(function.signature.parameterClause) {
                declare(parameter.name, parameter.type, in: range, at: range.lowerBound, origin: .parameter)
            }
            visit(Syntax(body.statements))
        default:
            visitChildren(node)
        }
    }

    private mutating func declare(_ function: FunctionDeclSyntax, in list: CodeBlockItemListSyntax) {
        var ingredient = Ingredients.function(function)
        ingredient.origin = .local
        all.append(
            LocalName(
                ingredient: ingredient,
                visible: list.position
                    .utf8Offset..<max(list.position.utf8Offset, list.endPosition.utf8Offset),
                declared: function.position.utf8Offset))
    }

    private mutating func bind(_ conditions: ConditionElementListSyntax, until end: Int) {
        for element in conditions {
            visit(Syntax(element.condition))
            let start = element.endPosition.utf8Offset
            switch element.condition {
            case .optionalBinding(let binding):
                let value = binding.initializer?.value
                let written = TypeText.normal(binding.typeAnnotation?.type.trimmedDescription)
                let own =
                    value == nil
                    ? reader.type(named: binding.pattern.trimmedDescription, at: binding.position.utf8Offset)
                    : nil
                let type = written ?? TypeText.unwrapped(value.map { reader.type(of: $0) } ?? own)
                declare(
                    binding.pattern, type, in: start..<max(start, end),
                    isMutable: binding.bindingSpecifier.text == "var")
            case .matchingPattern(let match):
                declare(match.pattern, reader.type(of: match.initializer.value), in: start..<max(start, end))
            default: break
            }
        }
    }

    private mutating func declareParameters(of closure: ClosureExprSyntax) {
        let range = closure.statements.position.utf8Offset..<closure.endPosition.utf8Offset
        let expected = reader.parameterTypes(of: closure)
        if let clause = closure.signature?.parameterClause {
            let parameters = FunctionContext(Syntax(closure))?.parameters ?? []
            var types = expected
            if types.count == 1, parameters.count > 1 { types = TypeText.tuple(types[0]).map(\.type) }
            for (position, parameter) in parameters.enumerated() {
                let guess = position < types.count ? types[position] : nil
                declare(
                    parameter.name, TypeText.normal(parameter.type) ?? guess, in: range,
                    at: clause.position.utf8Offset, origin: .parameter)
            }
            return
        }
        let used = closure.statements.names
        for position in 0..<3 where used.contains("$\(position)") {
            var types = expected
            if types.count == 1, used.contains("$1") { types = TypeText.tuple(types[0]).map(\.type) }
            declare(
                "$\(position)", position < types.count ? types[position] : nil, in: range,
                at: range.lowerBound,
                origin: .parameter)
        }
    }
}

extension SyntaxProtocol {
    fileprivate func contains(offset: Int) -> Bool {
        position.utf8Offset <= offset && offset < endPosition.utf8Offset
    }
}
