import SourceEdit
import SwiftSyntax

/// Looks up what a name stands for at a place, as far as one file shows it.
struct LocalScope {
    /// What a declaration says about a name.
    struct Declaration {
        var type: String?
        var value: ExprSyntax?
        var isLocal = true
        var isVariable = false
        /// Whether the name holds an element of `value`, as in a loop.
        var isElement = false
        /// Whether the name holds what `value` wraps.
        var isUnwrapped = false
    }

    static func declaration(of name: String, at node: some SyntaxProtocol, members: Bool = true)
        -> Declaration?
    {
        var current = Syntax(node)
        while let parent = current.parent {
            if let list = parent.as(CodeBlockItemListSyntax.self) {
                for item in list.reversed() where item.position < current.position {
                    if let found = local(name, in: item.item) { return found }
                }
            } else if let statement = parent.as(IfExprSyntax.self), !current.is(IfExprSyntax.self) {
                if let found = bound(name, in: statement.conditions, before: node) { return found }
            } else if let loop = parent.as(WhileStmtSyntax.self) {
                if let found = bound(name, in: loop.conditions, before: node) { return found }
            } else if let statement = parent.as(GuardStmtSyntax.self) {
                if let found = bound(name, in: statement.conditions, before: node) { return found }
            } else if let loop = parent.as(ForStmtSyntax.self), loop.pattern.trimmedDescription == name,
                current.id != loop.sequence.id
            {
                return Declaration(value: loop.sequence, isElement: true)
            } else if parent.is(ClosureExprSyntax.self), let context = FunctionContext(parent),
                let parameter = context.parameters.first(where: { $0.name == name })
            {
                return Declaration(type: parameter.type.isEmpty ? nil : parameter.type)
            } else if let context = FunctionContext(parent), !parent.is(ClosureExprSyntax.self),
                let parameter = context.parameters.first(where: { $0.name == name })
            {
                return Declaration(type: parameter.type.replacing("inout ", with: ""))
            }
            current = parent
        }
        return members ? member(name, in: current) : nil
    }

    private static func local(_ name: String, in item: CodeBlockItemSyntax.Item) -> Declaration? {
        if let declaration = item.as(VariableDeclSyntax.self) {
            return variable(name, in: declaration)
        }
        guard let statement = item.as(GuardStmtSyntax.self) else { return nil }
        return bound(name, in: statement.conditions, before: nil)
    }

    private static func variable(_ name: String, in declaration: VariableDeclSyntax) -> Declaration? {
        for binding in declaration.bindings where binding.pattern.trimmedDescription == name {
            return Declaration(
                type: binding.typeAnnotation?.type.trimmedDescription, value: binding.initializer?.value,
                isVariable: declaration.bindingSpecifier.text == "var")
        }
        return nil
    }

    private static func bound(
        _ name: String, in conditions: ConditionElementListSyntax, before use: (any SyntaxProtocol)?
    ) -> Declaration? {
        for element in conditions {
            if let use, element.endPosition > use.position { break }
            guard case .optionalBinding(let binding) = element.condition,
                binding.pattern.trimmedDescription == name, let value = binding.initializer?.value
            else { continue }
            return Declaration(
                type: binding.typeAnnotation?.type.trimmedDescription, value: value,
                isVariable: binding.bindingSpecifier.text == "var", isUnwrapped: true)
        }
        return nil
    }

    /// A property of any type of the file.
    private static func member(_ name: String, in root: Syntax) -> Declaration? {
        for declaration in root.descendants(VariableDeclSyntax.self)
        where declaration.parent?.parent?.is(MemberBlockItemListSyntax.self) == true {
            if var found = variable(name, in: declaration) {
                found.isLocal = false
                return found
            }
        }
        return nil
    }
}
