import SwiftSyntax

/// Collects the nodes of a body that may be changed, and the lines that a mark protects.
struct PlaceWalk {
    let purpose: MutationScope.Purpose
    let source: SourceLines
    private(set) var places: [Syntax] = []
    private(set) var skipped: Set<Int> = []

    init(purpose: MutationScope.Purpose, source: SourceLines) {
        self.purpose = purpose
        self.source = source
        skipped = source.marked
    }

    private static let quiet: Set<String> = [
        "assert", "assertionFailure", "precondition", "preconditionFailure", "fatalError", "print",
        "debugPrint",
        "dump", "NSLog", "os_log",
    ]

    mutating func visit(_ node: Syntax) {
        switch node.kind {
        case .attributeList, .availabilityCondition,
            .initializerClause where node.parent?.is(FunctionParameterSyntax.self) == true,
            .closureSignature:
            return
        case .keyPathExpr:
            places.append(node)
            return
        default: break
        }
        if node.is(TypeSyntax.self) { return }
        if let clause = node.as(IfConfigClauseSyntax.self) {
            // Its condition is for the compiler, not for a run.
            if Compilation.isActive(clause), let elements = clause.elements { visit(Syntax(elements)) }
            return
        }
        if let pattern = node.as(ExpressionPatternSyntax.self),
            pattern.expression.is(FunctionCallExprSyntax.self)
        {
            return
        }
        if let item = node.as(CodeBlockItemSyntax.self) { protect(item) }
        if let call = node.as(FunctionCallExprSyntax.self), purpose == .testing, Self.isQuiet(call) { return }
        places.append(node)
        for child in node.children(viewMode: .sourceAccurate) { visit(child) }
    }

    /// A mark above a statement holds for all of its lines, of a statement with blocks for those before the first block.
    private mutating func protect(_ item: CodeBlockItemSyntax) {
        let range = item.spliceRange
        let first = source.line(at: range.lowerBound)
        guard source.marked.contains(first) else { return }
        let block = item.item.is(FunctionDeclSyntax.self) ? nil : item.descendants(CodeBlockSyntax.self).first
        let last = block?.leftBrace.spliceRange.lowerBound ?? range.upperBound
        skipped.formUnion(first...max(first, source.line(at: last)))
    }

    static func isQuiet(_ call: FunctionCallExprSyntax) -> Bool {
        if let name = call.calledExpression.identifier { return quiet.contains(name) }
        guard let receiver = call.receiver?.trimmedDescription.lowercased() else { return false }
        return receiver.hasSuffix("logger") || receiver.hasSuffix("log")
    }
}
