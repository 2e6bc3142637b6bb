package import SwiftSyntax

/// The callable around a place: a function, initialiser, accessor, subscript getter or closure.
package struct FunctionContext {
    /// The declaration or closure itself.
    package let node: Syntax
    package let body: CodeBlockItemListSyntax
    /// `Ratio.percentage(of:in:)` as a backtrace spells it.
    package let name: String
    package let parameters: [Parameter]
    /// As written; nil for `Void` and for closures without a signature.
    package let returnType: TypeSyntax?
    package let isThrowing: Bool
    package let isAsync: Bool

    package struct Parameter: Sendable, Hashable {
        package var label: String?
        package var name: String
        package var type: String
    }

    /// The innermost function around `node`; closures count only when asked for.
    package static func around(_ node: some SyntaxProtocol, closures: Bool = false) -> FunctionContext? {
        var current: Syntax? = Syntax(node)
        while let candidate = current {
            if let context = FunctionContext(candidate), closures || !candidate.is(ClosureExprSyntax.self) {
                return context
            }
            current = candidate.parent
        }
        return nil
    }

    package init?(_ node: Syntax) {
        self.node = node
        if let function = node.as(FunctionDeclSyntax.self), let body = function.body {
            let clause = function.signature.parameterClause
            self.body = body.statements
            name = Self.qualified(function.name.text + Self.labels(clause), node)
            parameters = Self.parameters(clause)
            returnType = function.signature.returnClause?.type
            isThrowing = function.signature.effectSpecifiers?.throwsClause != nil
            isAsync = function.signature.effectSpecifiers?.asyncSpecifier != nil
        } else if let initialiser = node.as(InitializerDeclSyntax.self), let body = initialiser.body {
            let clause = initialiser.signature.parameterClause
            self.body = body.statements
            name = Self.qualified("init" + Self.labels(clause), node)
            parameters = Self.parameters(clause)
            returnType = nil
            isThrowing = initialiser.signature.effectSpecifiers?.throwsClause != nil
            isAsync = initialiser.signature.effectSpecifiers?.asyncSpecifier != nil
        } else if let accessor = node.as(AccessorDeclSyntax.self), let body = accessor.body {
            self.body = body.statements
            let binding = accessor.enclosing(PatternBindingSyntax.self)
            let owner = accessor.enclosing(SubscriptDeclSyntax.self)
            name = Self.qualified(binding?.pattern.trimmedDescription ?? "subscript", node)
            parameters = owner.map { Self.parameters($0.parameterClause) } ?? []
            let isGetter = accessor.accessorSpecifier.text == "get"
            returnType = isGetter ? binding?.typeAnnotation?.type ?? owner?.returnClause.type : nil
            isThrowing = accessor.effectSpecifiers?.throwsClause != nil
            isAsync = accessor.effectSpecifiers?.asyncSpecifier != nil
        } else if let block = node.as(AccessorBlockSyntax.self),
            let body = block.accessors.as(CodeBlockItemListSyntax.self)
        {
            self.body = body
            let binding = block.enclosing(PatternBindingSyntax.self)
            let owner = binding == nil ? block.enclosing(SubscriptDeclSyntax.self) : nil
            name = Self.qualified(binding?.pattern.trimmedDescription ?? "subscript", node)
            parameters = owner.map { Self.parameters($0.parameterClause) } ?? []
            returnType = binding?.typeAnnotation?.type ?? owner?.returnClause.type
            isThrowing = false
            isAsync = false
        } else if let closure = node.as(ClosureExprSyntax.self) {
            body = closure.statements
            name = "closure"
            var names: [Parameter] = []
            switch closure.signature?.parameterClause {
            case .simpleInput(let list):
                names = list.map { Parameter(label: nil, name: $0.name.text, type: "") }
            case .parameterClause(let clause):
                names = clause.parameters.map {
                    let name = ($0.secondName ?? $0.firstName).text
                    return Parameter(label: nil, name: name, type: $0.type?.trimmedDescription ?? "")
                }
            case nil:
                break
            }
            parameters = names
            returnType = closure.signature?.returnClause?.type
            isThrowing = closure.signature?.effectSpecifiers?.throwsClause != nil
            isAsync = closure.signature?.effectSpecifiers?.asyncSpecifier != nil
        } else {
            return nil
        }
    }

    /// Whether the callable yields an optional.
    package var returnsOptional: Bool {
        if let initialiser = node.as(InitializerDeclSyntax.self) { return initialiser.optionalMark != nil }
        guard let returnType else { return false }
        return returnType.is(OptionalTypeSyntax.self) || returnType.trimmedDescription.hasPrefix("Optional<")
    }

    private static func labels(_ clause: FunctionParameterClauseSyntax) -> String {
        "(" + clause.parameters.map { $0.firstName.text + ":" }.joined() + ")"
    }

    private static func parameters(_ clause: FunctionParameterClauseSyntax) -> [Parameter] {
        clause.parameters.map {
            Parameter(
                label: $0.firstName.text == "_" ? nil : $0.firstName.text,
                name: ($0.secondName ?? $0.firstName).text,
                type: $0.type.trimmedDescription)
        }
    }

    private static func qualified(_ name: String, _ node: Syntax) -> String {
        var owner = node.parent
        while let current = owner {
            if let type = current.asProtocol((any NamedDeclSyntax).self), current.isTypeDeclaration {
                return type.name.text + "." + name
            }
            if let type = current.as(ExtensionDeclSyntax.self) {
                return type.extendedType.trimmedDescription + "." + name
            }
            owner = current.parent
        }
        return name
    }
}

extension Syntax {
    /// Whether the node declares a type with members.
    package var isTypeDeclaration: Bool {
        `is`(StructDeclSyntax.self) || `is`(ClassDeclSyntax.self) || `is`(EnumDeclSyntax.self)
            || `is`(ActorDeclSyntax.self) || `is`(ProtocolDeclSyntax.self)
    }
}
