import Foundation
package import Incident
package import SourceEdit
package import SwiftSyntax

/// The place a diagnosis names, found again in the parsed source.
package struct FaultPoint {
    package let file: SourceFile
    /// One-based; 0 when only the function is known.
    package let line: Int
    package let column: Int?
    /// The innermost function that is not a closure; nil in top-level code and stored properties.
    package let function: FunctionContext?

    package init?(_ location: Incident.SourceLocation?, in patient: PatientSource) {
        guard let location, let file = patient.file(location.file) else { return nil }
        self.file = file
        column = location.column
        let functions = Self.functions(in: file)
        var line = location.line
        var found = functions.last { file.lines(of: $0.node).contains(line) }
        if let name = location.function, found == nil || line == 0 {
            let wanted = Self.baseName(name)
            found = functions.first { Self.baseName($0.name) == wanted } ?? found
            if line == 0, let found { line = file.line(of: found.body) }
        }
        self.line = line
        function = found
    }

    /// Every function of a file that is not a closure, outer ones first.
    static func functions(in file: SourceFile) -> [FunctionContext] {
        file.tree.descendants(Syntax.self)
            .filter { !$0.is(ClosureExprSyntax.self) }
            .compactMap { FunctionContext($0) }
    }

    /// `closure #1 in static Ratio.shares(of:weights:)` → `shares(of:weights:)`; accessors lose `.getter`.
    static func baseName(_ name: String) -> String {
        var text = name
        if let inner = text.range(of: " in ", options: .backwards) {
            text = String(text[inner.upperBound...])
        }
        for suffix in [".getter", ".setter", ".modify", ".read"] where text.hasSuffix(suffix) {
            text = String(text.dropLast(suffix.count))
        }
        let head = text.prefix { $0 != "(" }
        let start = head.lastIndex(of: ".").map { text.index(after: $0) } ?? text.startIndex
        var base = String(text[start...])
        if let generic = base.firstIndex(of: "<"), let end = base.firstIndex(of: ">"), generic < end {
            base.removeSubrange(generic...end)
        }
        return base
    }

    /// Nodes of a kind on the named line, nearest to the named column first; failing that, in the statement that
    /// covers the line; failing that, in the whole function when `anywhere` allows it.
    package func nodes<Node: SyntaxProtocol>(
        _ kind: Node.Type, anywhere: Bool = true, where matches: (Node) -> Bool = { _ in true }
    ) -> [Node] {
        let scope = function?.node ?? Syntax(file.tree)
        let all = scope.descendants(kind).filter(matches)
        let onLine = all.filter { file.lines(of: $0).contains(line) && file.line(of: $0) == line }
        if !onLine.isEmpty {
            guard let column else { return onLine }
            return onLine.enumerated().sorted {
                let a = abs(self.column(of: $0.element) - column),
                    b = abs(self.column(of: $1.element) - column)
                return (a, $0.offset) < (b, $1.offset)
            }.map(\.element)
        }
        let covering = all.filter { file.lines(of: $0).contains(line) }
        if !covering.isEmpty {
            return covering.sorted { file.lines(of: $0).count < file.lines(of: $1).count }
        }
        return anywhere ? all.sorted { abs(file.line(of: $0) - line) < abs(file.line(of: $1) - line) } : []
    }

    private func column(of node: some SyntaxProtocol) -> Int {
        // The compiler attributes an infix expression to its operator.
        let anchor = node.as(InfixOperatorExprSyntax.self)?.operator.positionAfterSkippingLeadingTrivia
        return file.converter.location(for: anchor ?? node.positionAfterSkippingLeadingTrivia).column
    }
}
