import SwiftParser
import SwiftSyntax

/// What the text of a variant is, as far as its syntax tells.
struct VariantText {
    let parses: Bool
    let count: Int
    /// One item that has a value.
    let isExpression: Bool
    /// It declares or defers something, so that what follows belongs to it.
    let declares: Bool
    private let statements: CodeBlockItemListSyntax

    init(_ text: String) {
        let tree = Parser.parse(source: text)
        statements = tree.statements
        parses = !tree.hasError
        count = statements.count
        isExpression = statements.count == 1 && statements.first.flatMap(Layout.expression) != nil
        declares = statements.contains(where: Layout.declares)
    }

    /// Names of variables and constants that it leaves behind; functions may be overloaded.
    var names: Set<String> {
        Set(statements.filter { !$0.item.is(FunctionDeclSyntax.self) }.flatMap(Self.names))
    }

    static func names(_ item: CodeBlockItemSyntax) -> [String] {
        var patterns: [PatternSyntax] = []
        if let variable = item.item.as(VariableDeclSyntax.self) {
            patterns = variable.bindings.map(\.pattern)
        } else if let function = item.item.as(FunctionDeclSyntax.self) {
            return [function.name.text]
        } else if let check = item.item.as(GuardStmtSyntax.self) {
            for element in check.conditions {
                switch element.condition {
                case .optionalBinding(let binding): patterns.append(binding.pattern)
                case .matchingPattern(let pattern): patterns.append(pattern.pattern)
                case .expression, .availability: break
                }
            }
        }
        return patterns.flatMap { $0.descendants(IdentifierPatternSyntax.self).map(\.identifier.text) }
    }

    /// Where `return` stands when the item is to say that it is returned; nil where it returns by itself, or never.
    var returnOffset: Int? {
        guard count == 1, let item = statements.first, let expression = Layout.expression(item),
            !Self.neverReturns(expression)
        else { return nil }
        if expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self) {
            guard expression.descendants(ReturnStmtSyntax.self).isEmpty else { return nil }
        }
        return expression.positionAfterSkippingLeadingTrivia.utf8Offset
    }

    /// Whether its last statement leaves what is around.
    var breaks: Bool { statements.last?.item.is(BreakStmtSyntax.self) ?? false }

    /// Whether any path leads to a `break` of the loop around it.
    var leavesLoop: Bool {
        let finder = BreakFinder(viewMode: .sourceAccurate)
        finder.walk(statements)
        return finder.isFound
    }

    private final class BreakFinder: SyntaxVisitor {
        private(set) var isFound = false
        private var depth = 0

        override func visit(_ node: BreakStmtSyntax) -> SyntaxVisitorContinueKind {
            if depth == 0 || node.label != nil { isFound = true }
            return .skipChildren
        }
        override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind { enter() }
        override func visitPost(_ node: ForStmtSyntax) { depth -= 1 }
        override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind { enter() }
        override func visitPost(_ node: WhileStmtSyntax) { depth -= 1 }
        override func visit(_ node: RepeatStmtSyntax) -> SyntaxVisitorContinueKind { enter() }
        override func visitPost(_ node: RepeatStmtSyntax) { depth -= 1 }
        override func visit(_ node: SwitchExprSyntax) -> SyntaxVisitorContinueKind { enter() }
        override func visitPost(_ node: SwitchExprSyntax) { depth -= 1 }
        override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
        override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

        private func enter() -> SyntaxVisitorContinueKind {
            depth += 1
            return .visitChildren
        }
    }

    /// Whether control may reach what follows.
    var mayFallThrough: Bool { Self.mayFallThrough(statements) }

    static func mayFallThrough(_ list: CodeBlockItemListSyntax) -> Bool {
        guard let last = list.last else { return true }
        switch last.item {
        case .decl(let declaration): return !declaration.is(IfConfigDeclSyntax.self)
        case .expr(let expression): return mayFallThrough(expression)
        case .stmt(let statement): return mayFallThrough(statement)
        }
    }

    private static func mayFallThrough(_ statement: StmtSyntax) -> Bool {
        switch statement.kind {
        case .returnStmt, .throwStmt, .breakStmt, .continueStmt, .fallThroughStmt:
            return false
        default:
            break
        }
        if let expression = statement.as(ExpressionStmtSyntax.self) {
            return mayFallThrough(expression.expression)
        }
        if let labeled = statement.as(LabeledStmtSyntax.self) { return mayFallThrough(labeled.statement) }
        if let attempt = statement.as(DoStmtSyntax.self) {
            return mayFallThrough(attempt.body.statements)
                || attempt.catchClauses.contains { mayFallThrough($0.body.statements) }
        }
        if let loop = statement.as(WhileStmtSyntax.self) {
            return loop.conditions.trimmedDescription != "true"
                || !loop.body.descendants(BreakStmtSyntax.self).isEmpty
        }
        return true
    }

    private static func mayFallThrough(_ expression: ExprSyntax) -> Bool {
        if let choice = expression.as(IfExprSyntax.self) {
            guard let elseBody = choice.elseBody else { return true }
            let other =
                switch elseBody {
                case .codeBlock(let block): mayFallThrough(block.statements)
                case .ifExpr(let next): mayFallThrough(ExprSyntax(next))
                }
            return other || mayFallThrough(choice.body.statements)
        }
        if let choice = expression.as(SwitchExprSyntax.self) {
            return choice.cases.contains {
                guard case .switchCase(let branch) = $0 else { return false }
                guard branch.statements.last?.item.is(FallThroughStmtSyntax.self) != true else {
                    return false
                }
                return mayFallThrough(branch.statements)
                    || branch.statements.contains { $0.item.is(BreakStmtSyntax.self) }
            }
        }
        return !neverReturns(expression)
    }

    static func neverReturns(_ expression: ExprSyntax) -> Bool {
        guard let call = expression.as(FunctionCallExprSyntax.self) else { return false }
        let name = call.calledExpression.trimmedDescription
        return ["fatalError", "preconditionFailure", "exit", "abort", "Swift.fatalError"].contains(name)
    }
}

extension Layout {
    /// A stretch of the file with a mutation made, as bytes; nil when its edits overlap.
    ///
    /// Of edits that reach out of the stretch, only blanks, comments and semicolons can be outside: that part is
    /// left out, as the stretch ends there anyway.
    func variant(of range: Range<Int>, _ edits: [TextEdit]) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(range.count + 64)
        var position = range.lowerBound
        for edit in edits {
            var replacement = edit.replacement
            var lower = edit.range.lowerBound
            var upper = edit.range.upperBound
            if upper < range.lowerBound {
                if !replacement.isEmpty, replacement.utf8.last != 0x0A { replacement += "\n" }
            } else if lower > range.upperBound, !replacement.isEmpty {
                replacement = "\n" + replacement
            }
            lower = min(max(lower, range.lowerBound), range.upperBound)
            upper = min(max(upper, range.lowerBound), range.upperBound)
            guard lower >= position else { return nil }
            result += bytes[position..<lower]
            result += replacement.utf8
            position = upper
        }
        result += bytes[position..<range.upperBound]
        return result
    }
}
