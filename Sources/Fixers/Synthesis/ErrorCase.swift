import SourceEdit
import SwiftSyntax

/// A case of an error type that the patient declares.
package struct ErrorCase: Sendable, Hashable {
    package struct Payload: Sendable, Hashable {
        package var label: String?
        package var type: String
    }

    /// File that declares it.
    package var file: String
    package var type: String
    package var name: String
    package var payload: [Payload]
    /// How often the sources mention `.name` outside of the declaration; an unused case asks to be thrown.
    package var uses: Int

    static func all(in files: [SourceFile]) -> [ErrorCase] {
        var conforming: Set<String> = []
        for file in files {
            for declaration in file.tree.descendants(ExtensionDeclSyntax.self)
            where isError(declaration.inheritanceClause) {
                conforming.insert(lastComponent(declaration.extendedType.trimmedDescription))
            }
        }
        var cases: [ErrorCase] = []
        for file in files {
            for declaration in file.tree.descendants(EnumDeclSyntax.self) {
                guard isError(declaration.inheritanceClause) || conforming.contains(declaration.name.text)
                else {
                    continue
                }
                let elements = declaration.memberBlock.members
                    .compactMap { $0.decl.as(EnumCaseDeclSyntax.self) }.flatMap(\.elements)
                for element in elements {
                    let payload = element.parameterClause?.parameters.map {
                        Payload(
                            label: $0.firstName?.text == "_" ? nil : $0.firstName?.text,
                            type: $0.type.trimmedDescription)
                    }
                    cases.append(
                        ErrorCase(
                            file: file.path, type: qualifiedName(of: declaration), name: element.name.text,
                            payload: payload ?? [], uses: 0))
                }
            }
        }
        guard !cases.isEmpty else { return [] }
        var uses: [String: Int] = [:]
        for file in files {
            for access in file.tree.descendants(MemberAccessExprSyntax.self) {
                uses[access.declName.baseName.text, default: 0] += 1
            }
        }
        for index in cases.indices { cases[index].uses = uses[cases[index].name] ?? 0 }
        return cases
    }

    private static func isError(_ clause: InheritanceClauseSyntax?) -> Bool {
        let names = clause?.inheritedTypes.map { lastComponent($0.type.trimmedDescription) } ?? []
        return names.contains("Error") || names.contains("LocalizedError") || names.contains("CustomNSError")
    }

    private static func lastComponent(_ name: String) -> String {
        String(name.split(separator: ".").last ?? "")
    }

    private static func qualifiedName(of declaration: EnumDeclSyntax) -> String {
        var names = [declaration.name.text]
        var node = declaration.parent
        while let current = node {
            if current.isTypeDeclaration, let named = current.asProtocol((any NamedDeclSyntax).self) {
                names.insert(named.name.text, at: 0)
            } else if let owner = current.as(ExtensionDeclSyntax.self) {
                names.insert(owner.extendedType.trimmedDescription, at: 0)
            }
            node = current.parent
        }
        return names.joined(separator: ".")
    }
}
