import SwiftSyntax

extension FunctionContext {
    /// The callables of a file that lie in no other one, tests and code that is not compiled left out.
    static func outermost(in file: SourceFile) -> [FunctionContext] {
        var found: [FunctionContext] = []
        collect(Syntax(file.tree), into: &found)
        return found
    }

    private static func collect(_ node: Syntax, into found: inout [FunctionContext]) {
        if node.is(TypeSyntax.self) || node.is(AttributeListSyntax.self) || node.isTest { return }
        if let clause = node.as(IfConfigClauseSyntax.self), !Compilation.isActive(clause) { return }
        if node.is(FunctionParameterClauseSyntax.self) { return }
        if let context = FunctionContext(node) ?? FunctionContext(deinitialiser: node) {
            let isTopLevel = node.is(ClosureExprSyntax.self) && node.enclosing(VariableDeclSyntax.self) == nil
            if !isTopLevel { found.append(context) }
            return
        }
        for child in node.children(viewMode: .sourceAccurate) { collect(child, into: &found) }
    }

    /// A `deinit`, which the general initialiser does not read.
    init?(deinitialiser node: Syntax) {
        guard let declaration = node.as(DeinitializerDeclSyntax.self), let body = declaration.body else {
            return nil
        }
        self.node = node
        self.body = body.statements
        let owner = Self.owner(of: node)
        name = owner.map { $0 + ".deinit" } ?? "deinit"
        parameters = []
        returnType = nil
        isThrowing = false
        isAsync = false
    }

    /// The initial value of a property, which runs where nothing of the instance can be read.
    init(_ property: StoredProperty) {
        node = Syntax(property.binding)
        body = CodeBlockItemListSyntax([])
        let owner = Self.owner(of: node)
        name = owner.map { "\($0).\(property.name)" } ?? property.name
        parameters = []
        returnType = nil
        isThrowing = false
        isAsync = false
    }

    /// The last name of the type around the callable.
    var ownerName: String? { Self.owner(of: node) }

    /// Whether it is called on the type.
    var isStatic: Bool {
        let declaration =
            node.as(FunctionDeclSyntax.self)?.modifiers
            ?? node.as(VariableDeclSyntax.self)?.modifiers ?? node.enclosing(VariableDeclSyntax.self)?
            .modifiers
            ?? node.enclosing(SubscriptDeclSyntax.self)?.modifiers
        return declaration.map(Ingredients.isStatic) ?? false
    }

    private static func owner(of node: Syntax) -> String? {
        var current = node.parent
        while let candidate = current {
            if candidate.isTypeDeclaration, let type = candidate.asProtocol((any NamedDeclSyntax).self) {
                return type.name.text
            }
            if let type = candidate.as(ExtensionDeclSyntax.self) {
                return TypeText.base(TypeText.normal(type.extendedType.trimmedDescription) ?? "")
            }
            current = candidate.parent
        }
        return nil
    }
}

extension Syntax {
    /// A test function, or a type of tests.
    var isTest: Bool {
        if let attributed = asProtocol((any WithAttributesSyntax).self) {
            let names = attributed.attributes.compactMap {
                $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription
            }
            if names.contains("Test") || names.contains("Suite") { return true }
        }
        let parents = `as`(ClassDeclSyntax.self)?.inheritanceClause?.inheritedTypes.map(
            \.type.trimmedDescription)
        return parents?.contains("XCTestCase") ?? false
    }
}
