import SwiftSyntax

/// A stored property, or a constant of a file, with what it starts with: code that no function's body holds.
package struct StoredProperty {
    package let name: String
    /// One-based lines of the initial value.
    package let lines: ClosedRange<Int>
    /// The names of other values that it is worked out from.
    package let sources: Set<String>
    /// Tables are data: a change of one would be compiled with all of it.
    private static let limitBytes = 2_000

    let binding: PatternBindingSyntax
    let value: ExprSyntax

    /// Those of a file, in source order; tests and code that is not compiled are left out.
    package static func all(in file: SourceFile) -> [StoredProperty] {
        var found: [StoredProperty] = []
        collect(Syntax(file.tree), file, &found)
        return found
    }

    /// Its own name and those of properties that are worked out from it: one that starts with them would never be done.
    func dependents(among all: [StoredProperty]) -> Set<String> {
        var found: Set<String> = [name]
        var size = 0
        while size < found.count {
            size = found.count
            for property in all where !property.sources.isDisjoint(with: found) {
                found.insert(property.name)
            }
        }
        return found
    }

    private static func collect(_ node: Syntax, _ file: SourceFile, _ found: inout [StoredProperty]) {
        if node.is(TypeSyntax.self) || node.is(AttributeListSyntax.self) || node.isTest { return }
        if let clause = node.as(IfConfigClauseSyntax.self), !Compilation.isActive(clause) { return }
        if FunctionContext(node) != nil || node.is(DeinitializerDeclSyntax.self) || node.is(ExprSyntax.self)
            || node.is(StmtSyntax.self)
        {
            return
        }
        if let variable = node.as(VariableDeclSyntax.self) {
            // The initial values of a frozen type's properties are copied into callers.
            guard !Callable.isFrozen(variable) else { return }
            for binding in variable.bindings {
                guard let name = binding.pattern.as(IdentifierPatternSyntax.self),
                    let value = binding.initializer?.value, value.spliceRange.count <= limitBytes
                else { continue }
                found.append(
                    StoredProperty(
                        name: name.identifier.text, lines: file.lines(of: value), sources: value.names,
                        binding: binding, value: value))
            }
            return
        }
        for child in node.children(viewMode: .sourceAccurate) { collect(child, file, &found) }
    }
}

extension SourceFile {
    /// The names that are mentioned on each one-based line.
    package var namesByLine: [Int: Set<String>] {
        let lines = SourceLines(self)
        var found: [Int: Set<String>] = [:]
        for token in tree.tokens(viewMode: .sourceAccurate) {
            guard case .identifier(let name) = token.tokenKind else { continue }
            let line = lines.line(at: token.positionAfterSkippingLeadingTrivia.utf8Offset)
            found[line, default: []].insert(name)
        }
        return found
    }
}
