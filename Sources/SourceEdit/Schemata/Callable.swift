import SwiftSyntax

/// A function, initialiser or accessor with a body, and what its declaration says about weaving into it.
struct Callable {
    let node: Syntax
    /// As a backtrace spells it.
    let name: String
    /// The list of its body in the ``Layout``.
    var block = -1
    /// Attributes that would let callers keep a copy of the body, and what stands in their place once it is woven.
    let copying: [TextEdit]
    /// Attributes that may be result builders.
    let builders: [Range<Int>]
    /// `async throws` as written; nil for none.
    let effects: String?
    let returnType: String?

    /// Its body is made a local function's: closures are judged as a whole.
    var isInitialValue: Bool { node.is(ClosureExprSyntax.self) }
    var isInitialiser: Bool { node.is(InitializerDeclSyntax.self) }
    var isOpaque: Bool { returnType.map { $0.hasPrefix("some ") || $0.contains(" some ") } ?? false }

    /// - Parameter actors: global actors that the file declares.
    init?(_ node: Syntax, actors: Set<String>) {
        self.node = node
        var owners: [Syntax] = [node]
        var type: TypeSyntax?
        var specifiers: String?
        if let function = node.as(FunctionDeclSyntax.self) {
            guard function.body != nil else { return nil }
            type = function.signature.returnClause?.type
            specifiers = function.signature.effectSpecifiers?.trimmedDescription
        } else if let initialiser = node.as(InitializerDeclSyntax.self) {
            guard initialiser.body != nil else { return nil }
            specifiers = initialiser.signature.effectSpecifiers?.trimmedDescription
        } else if let accessor = node.as(AccessorDeclSyntax.self) {
            guard accessor.body != nil else { return nil }
            specifiers = accessor.effectSpecifiers?.trimmedDescription
            let owner = Self.owner(node)
            owners += owner.node.map { [$0] } ?? []
            if ["get"].contains(accessor.accessorSpecifier.text) { type = owner.type }
        } else if node.is(AccessorBlockSyntax.self) {
            let owner = Self.owner(node)
            owners = owner.node.map { [$0] } ?? []
            type = owner.type
        } else if let closure = node.as(ClosureExprSyntax.self) {
            guard let result = Self.initialType(closure) else { return nil }
            type = result
        } else if node.as(DeinitializerDeclSyntax.self)?.body == nil {
            return nil
        }
        effects = specifiers
        returnType = type?.trimmedDescription
        name = FunctionContext(node)?.name ?? (node.is(DeinitializerDeclSyntax.self) ? "deinit" : "")
        let attributes = owners.flatMap { owner in Self.attributes(owner).map { (owner, $0) } }
        copying = attributes.compactMap { Self.copying($0.1, of: $0.0) }
        let isObserver = ["willSet", "didSet", "set", "init"].contains(
            node.as(AccessorDeclSyntax.self)?.accessorSpecifier.text)
        builders =
            isObserver ? [] : attributes.map(\.1).filter { Self.mayBuild($0, actors) }.map(\.spliceRange)
    }

    var codeBlock: CodeBlockSyntax? {
        node.as(FunctionDeclSyntax.self)?.body ?? node.as(InitializerDeclSyntax.self)?.body
            ?? node.as(AccessorDeclSyntax.self)?.body ?? node.as(DeinitializerDeclSyntax.self)?.body
    }

    /// Whether a body of one expression returns it.
    func returns(_ statements: CodeBlockItemListSyntax) -> Bool {
        if isInitialiser {
            return statements.first?.item.is(NilLiteralExprSyntax.self) ?? false
        }
        guard let returnType else { return false }
        return !["Void", "()", "Never"].contains(returnType)
    }

    /// Whether its body may be what a result builder reads: an explicit `return` turns that off.
    func mayBeBuilt(_ layout: Layout) -> Bool {
        guard !builders.isEmpty, block >= 0 else { return false }
        return !layout.blocks[block].items.contains { $0.node.item.is(ReturnStmtSyntax.self) }
    }

    /// The type of a stored property whose initial value is this closure, called right there.
    private static func initialType(_ closure: ClosureExprSyntax) -> TypeSyntax? {
        guard closure.signature == nil, let call = closure.parent?.as(FunctionCallExprSyntax.self),
            call.arguments.isEmpty, call.trailingClosure == nil,
            call.calledExpression.id == ExprSyntax(closure).id,
            let binding = call.parent?.parent?.as(PatternBindingSyntax.self),
            let type = binding.typeAnnotation?.type
        else { return nil }
        let text = type.trimmedDescription
        return text.contains("some ") || text.contains("_") ? nil : type
    }

    // MARK: - Attributes

    private static func owner(_ node: Syntax) -> (node: Syntax?, type: TypeSyntax?) {
        var current = node.parent
        while let candidate = current {
            if let binding = candidate.as(PatternBindingSyntax.self) {
                return (
                    binding.enclosing(VariableDeclSyntax.self).map(Syntax.init), binding.typeAnnotation?.type
                )
            }
            if let subscripting = candidate.as(SubscriptDeclSyntax.self) {
                return (candidate, subscripting.returnClause.type)
            }
            current = candidate.parent
        }
        return (nil, nil)
    }

    private static func attributes(_ node: Syntax) -> [AttributeSyntax] {
        guard let attributes = node.asProtocol((any WithAttributesSyntax).self)?.attributes else { return [] }
        return attributes.compactMap { $0.as(AttributeSyntax.self) }
    }

    private static let copiers: Set<String> = [
        "inlinable", "_transparent", "_alwaysEmitIntoClient", "backDeployed", "_backDeploy", "export",
    ]

    /// Inlinable code may not call what is private to a file, and would live on in callers compiled before.
    private static func copying(_ attribute: AttributeSyntax, of owner: Syntax) -> TextEdit? {
        let name = attribute.attributeName.trimmedDescription
        guard
            copiers.contains(name)
                || (name == "inline" && attribute.trimmedDescription.contains("__always"))
        else { return nil }
        // Inlinable callers go on calling it.
        let staysUsable = ["inlinable", "_alwaysEmitIntoClient"].contains(name) && mayBeUsable(owner)
        return TextEdit(attribute.spliceRange, staysUsable ? "@usableFromInline" : "")
    }

    /// What is neither public nor private to its file can be made visible to inlinable code.
    private static func mayBeUsable(_ owner: Syntax) -> Bool {
        guard !owner.is(AccessorDeclSyntax.self), !owner.is(DeinitializerDeclSyntax.self),
            !attributes(owner).contains(where: { $0.attributeName.trimmedDescription == "usableFromInline" })
        else { return false }
        let outer = owner.enclosing(ExtensionDeclSyntax.self).flatMap { Self.access(Syntax($0)) }
        let access = Self.access(owner) ?? outer
        return access.map(["internal", "package"].contains) ?? true
    }

    private static func access(_ node: Syntax) -> String? {
        let words: Set<String> = ["public", "open", "package", "internal", "private", "fileprivate"]
        return node.asProtocol((any WithModifiersSyntax).self)?.modifiers
            .first { words.contains($0.name.text) && $0.detail == nil }?.name.text
    }

    private static let knownAttributes: Set<String> = [
        "MainActor", "Sendable", "Test", "Suite", "GKInspectable",
    ]

    /// A capitalised attribute may be a result builder or a macro; those of the language are lowercase.
    private static func mayBuild(_ attribute: AttributeSyntax, _ actors: Set<String>) -> Bool {
        let name =
            attribute.attributeName.trimmedDescription.split(separator: ".").last.map(String.init) ?? ""
        return (name.first?.isUppercase ?? false) && !knownAttributes.contains(name)
            && !name.hasSuffix("Actor") && !actors.contains(name)
    }

    /// Types of a file that are global actors.
    static func actors(_ file: SourceFile) -> Set<String> {
        guard file.text.contains("@globalActor") else { return [] }
        var names: Set<String> = []
        for attribute in file.tree.descendants(AttributeSyntax.self)
        where attribute.attributeName.trimmedDescription == "globalActor" {
            let type = attribute.parent?.parent?.asProtocol((any NamedDeclSyntax).self)
            if let type { names.insert(type.name.text) }
        }
        return names
    }

    /// The initial values of a frozen type's properties are inlinable code.
    static func isFrozen(_ variable: VariableDeclSyntax) -> Bool {
        guard let type = variable.enclosing(StructDeclSyntax.self) else { return false }
        return attributes(Syntax(type)).contains { $0.attributeName.trimmedDescription == "frozen" }
    }
}
