import SourceEdit
import SwiftSyntax

/// A test cut out of its file, with all that it needs to run elsewhere in the same target.
struct TestSlice: Sendable {
    let file: SourceFile
    private let function: FunctionDeclSyntax

    init(file: SourceFile, function: FunctionDeclSyntax) {
        self.file = file
        self.function = function
    }

    static func isTest(_ function: FunctionDeclSyntax) -> Bool {
        let isMarked = function.attributes.contains {
            $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription.hasSuffix("Test") ?? false
        }
        let isNamed =
            function.name.text.hasPrefix("test") && function.signature.parameterClause.parameters.isEmpty
        return isMarked || isNamed
    }

    var isXCTest: Bool {
        !function.attributes.contains {
            $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription.hasSuffix("Test") ?? false
        }
    }

    var wholeBody: String { Self.text(function.body?.statements ?? [], file) }

    /// The part of the test that leads to a line; the whole test when the line is not known.
    func body(around line: Int?) -> TestBody {
        TestBody(function.body?.statements ?? [], around: line, in: file)
    }

    /// The test function with another name and body.
    func declaration(named name: String, body: String) -> String {
        var text = ""
        let unit = file.indentUnit
        for attribute in function.attributes {
            let plain = attribute.trimmedDescription
            let isTest =
                attribute.as(AttributeSyntax.self)?.attributeName.trimmedDescription.hasSuffix("Test")
                ?? false
            // The arguments of a parameterised test stay, its display name and traits need not.
            if isTest, !function.signature.parameterClause.parameters.isEmpty || plain.contains("arguments:")
            {
                text += unit + plain + "\n"
            } else {
                text += unit + (isTest ? "@Test" : plain) + "\n"
            }
        }
        var effects = function.signature.effectSpecifiers?.trimmedDescription ?? ""
        if !effects.contains("throws"), body.contains("try ") {
            effects += effects.isEmpty ? "throws" : " throws"
        }
        let clause = function.signature.parameterClause.trimmedDescription
        text += unit + "func \(name)\(clause)" + (effects.isEmpty ? "" : " " + effects) + " {\n"
        for row in body.split(separator: "\n", omittingEmptySubsequences: false) {
            text += row.isEmpty ? "\n" : unit + unit + row + "\n"
        }
        return text + unit + "}"
    }

    /// The regression file: imports, one suite, and the private helpers the tests use.
    func file(suite: String, about: String, tests: [String], appendingTo existing: SourceFile?) -> String {
        let members = self.members(for: tests)
        let helpers = self.helpers(for: tests + members).filter { helper in
            existing.map { !$0.text.contains(helper) } ?? true
        }
        var blocks: [String] = []
        let imports = Self.imports(file.tree.statements)
        if let existing {
            let missing = imports.filter { !existing.text.contains($0) }
            let text = existing.text.trimmingEnd()
            blocks.append(missing.isEmpty ? text : missing.joined(separator: "\n") + "\n" + text)
        } else {
            blocks.append(
                "// Written by `lab heal`: each suite pins one incident.\n\n"
                    + imports.joined(separator: "\n"))
        }
        blocks += helpers
        let unit = file.indentUnit
        let content = (members.map { unit + $0 } + tests).joined(separator: "\n\n")
        blocks.append("/// \(about)\n\(header(suite)) {\n\(content)\n}")
        return blocks.joined(separator: "\n\n") + "\n"
    }

    // MARK: - What the tests need

    /// The imports of a file, each with the conditions of the build that it stands under.
    private static func imports(_ statements: CodeBlockItemListSyntax) -> [String] {
        statements.compactMap { statement in
            if let plain = statement.item.as(ImportDeclSyntax.self) { return plain.trimmedDescription }
            guard let conditional = statement.item.as(IfConfigDeclSyntax.self) else { return nil }
            var rows: [String] = []
            var isEmpty = true
            for clause in conditional.clauses {
                let condition = clause.condition.map { " " + $0.trimmedDescription } ?? ""
                rows.append(clause.poundKeyword.text + condition)
                guard case .statements(let inner)? = clause.elements else { continue }
                let own = imports(inner)
                if !own.isEmpty { isEmpty = false }
                rows += own
            }
            return isEmpty ? nil : (rows + ["#endif"]).joined(separator: "\n")
        }
    }

    private typealias Group = any DeclGroupSyntax

    /// The types and extensions around the test, from the innermost.
    private var owners: [Group] {
        sequence(first: Syntax(function), next: \.parent).compactMap {
            $0.asProtocol((any DeclGroupSyntax).self)
        }
    }

    /// What declares the suite: a test often stands in an extension of it.
    private var owner: Group? {
        guard let nearest = owners.first else { return nil }
        let parts = parts(of: nearest)
        return parts.first { !($0 is ExtensionDeclSyntax) } ?? nearest
    }

    /// A type with its extensions in the file.
    private func parts(of group: Group) -> [Group] {
        let name = Self.path(of: group)
        return file.tree.descendants(MemberBlockSyntax.self)
            .compactMap { $0.parent?.asProtocol((any DeclGroupSyntax).self) }
            .filter { Self.path(of: $0) == name }
    }

    /// `Outer.Inner`.
    private static func path(of group: Group) -> String {
        sequence(first: Syntax(group), next: \.parent).compactMap { node in
            node.as(ExtensionDeclSyntax.self)?.extendedType.trimmedDescription
                ?? node.asProtocol((any DeclGroupSyntax).self).flatMap {
                    $0.asProtocol((any NamedDeclSyntax).self)?.name.text
                }
        }
        .reversed().joined(separator: ".")
    }

    private func header(_ suite: String) -> String {
        if isXCTest {
            var base = "XCTestCase"
            if let type = owner?.inheritanceClause?.inheritedTypes.first?.type.trimmedDescription {
                base = type
            }
            let attributes = owner?.attributes.trimmedDescription ?? ""
            return (attributes.isEmpty ? "" : attributes + "\n") + "final class \(suite): \(base)"
        }
        let keyword: String
        if owner?.is(ClassDeclSyntax.self) == true {
            keyword = "final class"
        } else if owner?.is(ActorDeclSyntax.self) == true {
            keyword = "actor"
        } else {
            keyword = "struct"
        }
        let others = (owner?.attributes ?? []).map(\.trimmedDescription).filter { !$0.hasPrefix("@Suite") }
        return (["@Suite"] + others).joined(separator: " ") + " \(keyword) \(suite)"
    }

    /// Members of the suite that the tests reach, set-up included.
    private func members(for tests: [String]) -> [String] {
        var candidates: [(names: Set<String>, text: String, always: Bool)] = []
        let owners = owners
        for group in owners.first.map(parts) ?? [] {
            for member in group.memberBlock.members {
                guard let names = Self.names(member.decl) else { continue }
                let isSetUp =
                    names.isEmpty
                    || member.decl.is(FunctionDeclSyntax.self)
                        && names.contains { $0.hasPrefix("setUp") || $0.hasPrefix("tearDown") }
                candidates.append((names, member.decl.trimmedDescription, isSetUp))
            }
        }
        // A type in a type says the names of what the outer one has itself; in the suite they are its own.
        for group in owners.dropFirst().flatMap(parts) {
            for member in group.memberBlock.members {
                guard let text = Self.withoutStatic(member.decl), let names = Self.names(member.decl),
                    !owners.contains(where: { $0.id == member.decl.id })
                else { continue }
                candidates.append((names, text, false))
            }
        }
        return Self.reached(from: tests, candidates)
    }

    /// What a member is reached by; nothing for what makes and ends an instance, nil for tests and the rest.
    private static func names(_ member: DeclSyntax) -> Set<String>? {
        if let function = member.as(FunctionDeclSyntax.self) {
            return isTest(function) ? nil : [function.name.text]
        }
        if let variable = member.as(VariableDeclSyntax.self) {
            return Set(variable.bindings.map(\.pattern.trimmedDescription))
        }
        if member.is(InitializerDeclSyntax.self) || member.is(DeinitializerDeclSyntax.self) { return [] }
        // A type inside of the suite is reached through the suite it stays in.
        return member.asProtocol((any NamedDeclSyntax).self).map { [$0.name.text] }
    }

    /// A type, or a function or variable of the type itself without the word that says so; nil for what instances have.
    private static func withoutStatic(_ member: DeclSyntax) -> String? {
        func plain(_ declaration: some WithModifiersSyntax) -> String? {
            let kept = declaration.modifiers.filter { !["static", "class"].contains($0.name.text) }
            return kept.count == declaration.modifiers.count
                ? nil : declaration.with(\.modifiers, kept).trimmedDescription
        }
        if let function = member.as(FunctionDeclSyntax.self) { return plain(function) }
        if let variable = member.as(VariableDeclSyntax.self) { return plain(variable) }
        return member.isProtocol((any NamedDeclSyntax).self) ? member.trimmedDescription : nil
    }

    /// Private declarations of the file that the tests reach; the others are visible as they are.
    private func helpers(for texts: [String]) -> [String] {
        let own = Set(owners.first.map(parts)?.map(\.id) ?? [])
        let candidates = file.tree.statements.compactMap { item -> (Set<String>, String, Bool)? in
            guard let declaration = item.item.as(DeclSyntax.self), !own.contains(declaration.id) else {
                return nil
            }
            let modifiers =
                declaration.asProtocol((any WithModifiersSyntax).self)?.modifiers.map(\.name.text) ?? []
            guard modifiers.contains("private") || modifiers.contains("fileprivate") else { return nil }
            if let variable = declaration.as(VariableDeclSyntax.self) {
                return (
                    Set(variable.bindings.map(\.pattern.trimmedDescription)), declaration.trimmedDescription,
                    false
                )
            }
            if declaration.is(ExtensionDeclSyntax.self) { return ([], declaration.trimmedDescription, true) }
            guard let named = declaration.asProtocol((any NamedDeclSyntax).self) else { return nil }
            return ([named.name.text], declaration.trimmedDescription, false)
        }
        return Self.reached(from: texts, candidates)
    }

    private static func reached(
        from texts: [String], _ candidates: [(names: Set<String>, text: String, always: Bool)]
    ) -> [String] {
        var words = Set(texts.flatMap(Self.words))
        var kept = Set<Int>()
        var grew = true
        while grew {
            grew = false
            for (index, candidate) in candidates.enumerated() where !kept.contains(index) {
                guard candidate.always || !candidate.names.isDisjoint(with: words) else { continue }
                kept.insert(index)
                words.formUnion(Self.words(candidate.text))
                grew = true
            }
        }
        return kept.sorted().map { candidates[$0].text }
    }

    private static func words(_ text: String) -> [String] {
        text.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "$") }.map(String.init)
    }

    /// Statements without the indentation they share.
    static func text(_ statements: CodeBlockItemListSyntax, _ file: SourceFile) -> String {
        statements.map { Self.dedented($0, file) }.joined(separator: "\n")
    }

    static func dedented(_ node: some SyntaxProtocol, _ file: SourceFile) -> String {
        let indentation = file.indentation(of: node)
        return node.trimmedDescription.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix(indentation) ? String($0.dropFirst(indentation.count)) : String($0) }
            .joined(separator: "\n")
    }
}

extension String {
    fileprivate func trimmingEnd() -> String {
        var text = Substring(self)
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
