import SwiftSyntax

extension MutationScope {
    /// The values that code at `node` can use, then the members of those whose type the module declares, each spelled
    /// as a path: `order.total`.
    func terms(at node: some SyntaxProtocol) -> [Ingredient] {
        let plain = values(at: node)
        return plain + members(of: plain)
    }

    /// The members of values whose type the module declares; of elements that may be missing there are none.
    func members(of values: [Ingredient]) -> [Ingredient] {
        values.filter { $0.origin <= .member && ingredients.knows($0.type) && !TypeText.isOptional($0.type) }
            .prefix(6)
            .flatMap { value in
                ingredients.values(of: value.type).filter { !$0.isStatic }.prefix(12).map { member in
                    var term = member
                    term.name = value.name + "." + member.name
                    term.origin = value.origin
                    term.isMutable = member.isMutable && value.isMutable
                    return term
                }
            }
    }

    /// Whether code of the function may change what its own type stores.
    var changesSelf: Bool {
        let modifiers = function.node.asProtocol((any WithModifiersSyntax).self)?.modifiers
        if modifiers?.contains(where: { $0.name.text == "mutating" }) == true { return true }
        if function.node.is(InitializerDeclSyntax.self) { return true }
        if let accessor = function.node.as(AccessorDeclSyntax.self),
            ["set", "didSet", "willSet"].contains(accessor.accessorSpecifier.text)
        {
            return true
        }
        var node = function.node.parent
        while let current = node {
            if current.is(ClassDeclSyntax.self) || current.is(ActorDeclSyntax.self) { return true }
            if current.is(ExtensionDeclSyntax.self) { return true }
            if current.is(StructDeclSyntax.self) || current.is(EnumDeclSyntax.self) { return false }
            node = current.parent
        }
        return false
    }
}
