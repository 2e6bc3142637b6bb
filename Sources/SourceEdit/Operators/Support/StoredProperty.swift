import SwiftSyntax

/// A stored property, or a constant of a file, with what it starts with: code that no function's body holds.
package struct StoredProperty {
    package let name: String
    /// One-based lines of the initial value.
    package let lines: ClosedRange<Int>
    /// The names of other values that it is worked out from.
    package let sources: Set<String>
    let binding: PatternBindingSyntax
    let value: ExprSyntax

    /// Those of a file, in source order; tests and code that is not compiled are left out.
    package static func all(in file: SourceFile) -> [StoredProperty] {
        var found: [StoredProperty] = []
        collect(Syntax(file.tree), file, &found)
        return found
    }

    private static func collect(_ node: Syntax, _ file: SourceFile, _ found: inout [StoredProperty]) {
        if node.is(TypeSyntax.self) || node.is(AttributeListSyntax.self) || node.isTest { return }
        if let clause = node.as(IfConfigClauseSyntax.self), !Compilation.isActive(clause) { return }
        if FunctionContext(node) != nil || node.is(ExprSyntax.self) || node.is(StmtSyntax.self) { return }
        if let variable = node.as(VariableDeclSyntax.self) {
            // The initial values of a frozen type's properties are copied into callers.
            guard !Callable.isFrozen(variable) else { return }
            for binding in variable.bindings {
                guard let name = binding.pattern.as(IdentifierPatternSyntax.self),
                    let value = binding.initializer?.value
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
