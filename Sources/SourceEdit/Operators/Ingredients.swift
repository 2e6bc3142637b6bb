import SwiftSyntax

/// The declarations of a module that its function bodies can use, indexed once by type and by file.
package struct Ingredients: Sendable {
    /// What a type and its extensions declare, in source order, those of one file together.
    struct Members: Sendable {
        var values: [Ingredient] = []
        var functions: [Ingredient] = []
        var subscripts: [String] = []
        /// Cases of an enum with the types of what they carry.
        var cases: [(name: String, labels: [String?], payload: [String?])] = []
        var parents: [String] = []
    }

    private(set) var types: [String: Members] = [:]
    /// Values and functions outside of types.
    private(set) var globals: [Ingredient] = []
    /// Of all types, values and functions.
    private(set) var memberNames: Set<String> = []
    /// What generic parameters of the module have to conform to, by name.
    private var generics: [String: Set<String>] = [:]

    package init(module: [SourceFile]) {
        for file in module {
            for item in file.tree.statements { add(Syntax(item.item), owner: nil, path: file.path) }
            for parameter in file.tree.descendants(GenericParameterSyntax.self) {
                guard let type = TypeText.normal(parameter.inheritedType?.trimmedDescription) else {
                    continue
                }
                generics[parameter.name.text, default: []].insert(TypeText.base(type))
            }
            for requirement in file.tree.descendants(ConformanceRequirementSyntax.self) {
                guard let type = TypeText.normal(requirement.rightType.trimmedDescription) else { continue }
                generics[requirement.leftType.trimmedDescription, default: []].insert(TypeText.base(type))
            }
        }
    }

    private mutating func add(_ node: Syntax, owner: String?, path: String) {
        if let variable = node.as(VariableDeclSyntax.self) {
            for value in Self.values(variable) { record(value, owner, path) }
        } else if let function = node.as(FunctionDeclSyntax.self) {
            record(Self.function(function), owner, path)
        } else if let access = node.as(SubscriptDeclSyntax.self), let owner {
            if let type = TypeText.normal(access.returnClause.type.trimmedDescription) {
                types[owner, default: Members()].subscripts.append(type)
            }
        } else if let group = node.as(EnumCaseDeclSyntax.self), let owner {
            for element in group.elements {
                let payload = element.parameterClause?.parameters.map {
                    TypeText.normal($0.type.trimmedDescription)
                }
                let labels = element.parameterClause?.parameters.map { $0.firstName?.text }
                types[owner, default: Members()].cases.append(
                    (element.name.text, labels ?? [], payload ?? []))
            }
        } else if let group = node.asProtocol((any DeclGroupSyntax).self) {
            let name: String
            if let type = node.as(ExtensionDeclSyntax.self) {
                name = TypeText.base(TypeText.normal(type.extendedType.trimmedDescription) ?? "")
            } else if let named = node.asProtocol((any NamedDeclSyntax).self) {
                name = named.name.text
            } else {
                return
            }
            let parents = group.inheritanceClause?.inheritedTypes.map {
                TypeText.base(TypeText.normal($0.type.trimmedDescription) ?? "")
            }
            types[name, default: Members()].parents += parents ?? []
            for member in group.memberBlock.members { add(Syntax(member.decl), owner: name, path: path) }
        } else if let region = node.as(IfConfigDeclSyntax.self) {
            for clause in region.clauses where Compilation.isActive(clause) {
                switch clause.elements {
                case .statements(let items):
                    for item in items { add(Syntax(item.item), owner: owner, path: path) }
                case .decls(let members):
                    for item in members { add(Syntax(item.decl), owner: owner, path: path) }
                default: break
                }
            }
        }
    }

    private mutating func record(_ ingredient: Ingredient, _ owner: String?, _ path: String) {
        var ingredient = ingredient
        ingredient.path = path
        guard let owner else {
            ingredient.origin = .module
            globals.append(ingredient)
            return
        }
        memberNames.insert(ingredient.name)
        if ingredient.parameters == nil {
            types[owner, default: Members()].values.append(ingredient)
        } else {
            types[owner, default: Members()].functions.append(ingredient)
        }
    }

    // MARK: Reading

    /// Values of a type by name, the type's own before those it inherits.
    func values(of type: String?) -> [Ingredient] { members(of: type).flatMap(\.values) }

    func functions(of type: String?) -> [Ingredient] { members(of: type).flatMap(\.functions) }

    /// Whether types of the module have a function of one name, and none has one of another.
    func declaresOnly(_ name: String, and other: String) -> Bool {
        func declares(_ name: String) -> Bool {
            types.values.contains { $0.functions.contains { $0.name == name } }
        }
        return declares(name) && !declares(other)
    }

    func knows(_ type: String?) -> Bool {
        type.map { types[TypeText.base($0)] != nil || bound(of: TypeText.base($0)) != nil } ?? false
    }

    /// The one type of the module that all generic parameters of a name conform to.
    private func bound(of name: String) -> String? {
        let known = generics[name]?.filter { types[$0] != nil } ?? []
        return known.count == 1 ? known.first : nil
    }

    /// The other cases of every enum that has one of that name, carrying as much.
    func siblings(ofCase name: String) -> [String] {
        types.sorted { $0.key < $1.key }.flatMap { _, members -> [String] in
            guard let found = members.cases.first(where: { $0.name == name }) else { return [] }
            return members.cases.filter { $0.name != name && $0.payload.count == found.payload.count }.map(
                \.name)
        }
    }

    /// The enums that can be thrown, by name, with their cases.
    var errors: [(name: String, cases: [(name: String, labels: [String?], payload: [String?])])] {
        types.filter { $0.value.parents.contains("Error") && !$0.value.cases.isEmpty }
            .sorted { $0.key < $1.key }.map { ($0.key, $0.value.cases) }
    }

    /// What a case of some enum carries; empty when enums disagree.
    func payload(ofCase name: String) -> [String?] {
        let found = types.values.compactMap { members in members.cases.first { $0.name == name }?.payload }
        return found.count == 1 ? found[0] : []
    }

    private func members(of type: String?) -> [Members] {
        guard let type, !TypeText.isOptional(type), !TypeText.isCollection(type) else { return [] }
        var found: [Members] = []
        var names = [TypeText.base(type)]
        var seen: Set<String> = []
        while let name = names.popLast(), found.count < 8 {
            guard seen.insert(name).inserted,
                let members = types[name] ?? bound(of: name).flatMap({ types[$0] })
            else { continue }
            found.append(members)
            names += members.parents.reversed()
        }
        return found
    }

    /// Whether `==` is to be expected; types of other modules count as equatable unless they are tuples or functions.
    func isEquatable(_ type: String?) -> Bool {
        guard let type = TypeText.unwrapped(type) else { return true }
        if type.hasPrefix("(") || type.contains("->") || type == "Any" || type == "Error"
            || type == "AnyObject"
        {
            return false
        }
        if TypeText.isArray(type) || TypeText.isSet(type) { return isEquatable(TypeText.element(of: type)) }
        guard let own = types[TypeText.base(type)] else { return true }
        if !own.cases.isEmpty, own.cases.allSatisfy({ $0.payload.isEmpty }) { return true }
        return own.parents.contains { ["Equatable", "Hashable", "Comparable"].contains($0) }
            || own.functions.contains { $0.name == "==" }
    }

    private static let ordered: Set<String> = [
        "Comparable", "Strideable", "BinaryInteger", "FixedWidthInteger", "SignedInteger", "UnsignedInteger",
        "FloatingPoint", "BinaryFloatingPoint", "StringProtocol",
    ]

    /// Whether `<` is to be expected; types of other modules count as ordered, and the compiler has the last word.
    func isComparable(_ type: String) -> Bool {
        let name = TypeText.base(type)
        // An extension makes them known, but does not say what they are.
        if Self.ordered.contains(name) { return true }
        guard let own = types[name] else { return true }
        return own.parents.contains { ["Comparable", "Strideable"].contains($0) }
            || own.functions.contains { $0.name == "<" }
    }

    func subscripts(of type: String?) -> [String] { members(of: type).flatMap(\.subscripts) }
}

extension Ingredients {
    /// The names that a declaration introduces; types by annotation or by what a literal shows.
    static func values(_ variable: VariableDeclSyntax) -> [Ingredient] {
        let isStatic = isStatic(variable.modifiers)
        return variable.bindings.compactMap { binding in
            guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text else {
                return nil
            }
            let written = TypeText.normal(binding.typeAnnotation?.type.trimmedDescription)
            let type = written ?? binding.initializer.flatMap { TypeReader.literalType(of: $0.value) }
            let isComputed =
                binding.accessorBlock.map { block in
                    switch block.accessors {
                    case .getter: true
                    case .accessors(let list):
                        list.contains { $0.accessorSpecifier.text == "get" }
                            && !list.contains { $0.accessorSpecifier.text == "set" }
                    }
                } ?? false
            var value = Ingredient(
                name: name, type: type, origin: .member,
                isMutable: variable.bindingSpecifier.text == "var" && !isComputed)
            value.isStatic = isStatic
            value.initial = Defaults.plain(binding, type: type)
            value.hasValue = binding.initializer != nil
            value.isComputed = isComputed
            return value
        }
    }

    static func function(_ function: FunctionDeclSyntax) -> Ingredient {
        let returned = function.signature.returnClause?.type.trimmedDescription
        var found = Ingredient(
            name: function.name.text, type: TypeText.normal(returned ?? "Void"), origin: .member)
        found.isStatic = isStatic(function.modifiers)
        found.isGeneric = function.genericParameterClause != nil
        found.parameters = parameters(function.signature.parameterClause)
        return found
    }

    static func parameters(_ clause: FunctionParameterClauseSyntax) -> [Ingredient.Parameter] {
        clause.parameters.map {
            Ingredient.Parameter(
                label: $0.firstName.text == "_" ? nil : $0.firstName.text,
                name: ($0.secondName ?? $0.firstName).text,
                type: TypeText.normal($0.type.trimmedDescription),
                hasDefault: $0.defaultValue != nil,
                isVariadic: $0.ellipsis != nil)
        }
    }

    static func isStatic(_ modifiers: DeclModifierListSyntax) -> Bool {
        modifiers.contains { $0.name.text == "static" || $0.name.text == "class" }
    }
}
