import SwiftSyntax

/// Gathers one operator's changes of a function and drops those that its scope does not allow.
struct MutationList {
    let scope: MutationScope
    private let operatorID: String
    private let prior: Double
    private var mutations: [Mutation] = []

    /// - Parameter prior: how often the operator's likeliest change is the repair.
    init(_ scope: MutationScope, _ family: some MutationOperator, prior: Double) {
        self.scope = scope
        operatorID = family.id
        self.prior = prior
    }

    /// In source order, likelier ones first at one place.
    var found: [Mutation] {
        mutations.enumerated()
            .sorted { a, b in
                let left = a.element.edits.first?.range.lowerBound ?? 0
                let right = b.element.edits.first?.range.lowerBound ?? 0
                return (left, -a.element.prior, a.offset) < (right, -b.element.prior, b.offset)
            }
            .map(\.element)
    }

    /// Puts `text` in place of a node.
    ///
    /// - Parameter factor: how likely this variant is next to the operator's likeliest.
    mutating func replace(
        _ node: some SyntaxProtocol, with text: String, _ factor: Double, summary: String? = nil,
        removes: Bool = false
    ) {
        let original = node.trimmedDescription
        guard original != text, !Syntax(node).isOtherSide(text, levels: scope.purpose == .repair ? 8 : 1),
            !Syntax(node).losesParameter(text)
        else {
            return
        }
        edit(
            [TextEdit(node.spliceRange, text)], factor, original: original, replacement: text,
            summary: summary, removes: removes)
    }

    /// Puts an expression of a precedence in place of another, in parentheses where it needs them.
    mutating func replace(
        _ node: ExprSyntax, with text: String, precedence: Int, _ factor: Double, summary: String? = nil,
        removes: Bool = false
    ) {
        replace(
            node, with: Precedence.fit(text, precedence, inPlaceOf: node), factor, summary: summary,
            removes: removes)
    }

    /// Puts a part of an expression in place of all of it.
    mutating func reduce(
        _ node: ExprSyntax, to part: ExprSyntax, _ factor: Double, summary: String? = nil,
        removes: Bool = false
    ) {
        replace(
            node, with: part.trimmedDescription, precedence: part.precedence, factor, summary: summary,
            removes: removes)
    }

    /// Makes two nodes of one function change places.
    mutating func swap(
        _ a: some SyntaxProtocol, _ b: some SyntaxProtocol, _ factor: Double, summary: String? = nil
    ) {
        let first = a.trimmedDescription
        let second = b.trimmedDescription
        guard first != second else { return }
        edit(
            [TextEdit(a.spliceRange, second), TextEdit(b.spliceRange, first)], factor,
            original: "\(first), \(second)", replacement: "\(second), \(first)",
            summary: summary ?? "\(Self.quote(first)) and \(Self.quote(second)) change places")
    }

    mutating func edit(
        _ edits: [TextEdit], _ factor: Double, original: String, replacement: String, summary: String? = nil,
        removes: Bool = false
    ) {
        let edits = edits.sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
        guard let first = edits.first, case let anchor = scope.anchor(of: first), scope.allows(anchor),
            edits.allSatisfy({
                $0.range.lowerBound >= scope.bodyRange.lowerBound
                    && $0.range.upperBound <= scope.bodyRange.upperBound
            })
        else { return }
        mutations.append(
            Mutation(
                operatorID: operatorID, path: scope.file.path, edits: edits,
                line: scope.source.line(at: anchor), column: scope.source.column(at: anchor),
                function: scope.function.name,
                original: original, replacement: replacement,
                summary: summary ?? Self.describe(original, replacement), removes: removes,
                prior: min(1, prior * factor)))
    }

    static func describe(_ original: String, _ replacement: String) -> String {
        if original.isEmpty { return quote(replacement) + " is inserted" }
        return replacement.isEmpty
            ? quote(original) + " is deleted" : "\(quote(original)) becomes \(quote(replacement))"
    }

    static func quote(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return "`" + (line.count > 60 ? line.prefix(57) + "..." : line) + "`"
    }
}

extension Syntax {
    /// Whether an operator around this would read the same on both sides with `text` here: `x < x` says nothing, and
    /// neither does `x = x`.
    ///
    /// - Parameter levels: of syntax between this and the operator that its side belongs to, as in `!f(x).isEmpty && …`.
    fileprivate func isOtherSide(_ text: String, levels: Int) -> Bool {
        let range = spliceRange
        var node = self
        for _ in 0..<levels {
            guard let parent = node.parent, !parent.is(CodeBlockItemSyntax.self) else { return false }
            if let infix = parent.as(InfixOperatorExprSyntax.self), Self.tellsApart(infix.symbol),
                node.id != Syntax(infix.operator).id
            {
                let isLeft = Syntax(infix.leftOperand).id == node.id
                let other = isLeft ? infix.rightOperand : infix.leftOperand
                if node.text(with: text, at: range) == other.trimmedDescription { return true }
            }
            if levels > 1, let call = parent.as(FunctionCallExprSyntax.self),
                call.meetsItself(text, at: range)
            {
                return true
            }
            node = parent
        }
        return false
    }

    private static func tellsApart(_ symbol: String) -> Bool {
        ["=", "&&", "||", "??", "-", "/", "%", "^"].contains(symbol)
            || InfixOperatorExprSyntax.comparisons.contains(symbol)
    }

    fileprivate func text(with replacement: String, at range: Range<Int>) -> String {
        let own = spliceRange
        let bytes = Array(trimmedDescription.utf8)
        guard own.lowerBound <= range.lowerBound, range.upperBound <= own.upperBound,
            bytes.count == own.count
        else { return trimmedDescription }
        return String(decoding: bytes[..<(range.lowerBound - own.lowerBound)], as: UTF8.self) + replacement
            + String(decoding: bytes[(range.upperBound - own.lowerBound)...], as: UTF8.self)
    }

    /// Whether a closure would no longer name its last `$0` or `$1`, and so take fewer arguments.
    fileprivate func losesParameter(_ text: String) -> Bool {
        let own = names.filter { $0.hasPrefix("$") }
        guard let last = own.max(), !text.contains(last), let closure = enclosing(ClosureExprSyntax.self)
        else {
            return false
        }
        let range = spliceRange
        let others = closure.statements.tokens(viewMode: .sourceAccurate).filter {
            $0.text.hasPrefix("$") && !range.contains($0.spliceRange.lowerBound)
        }
        return !others.contains { $0.text >= last }
    }
}

extension FunctionCallExprSyntax {
    /// Functions of two values that are the same whichever of both it is.
    private static let idle: Set<String> = ["min", "max", "swap", "zip"]

    /// Whether with `text` at a place a value is compared or joined with itself: `a.comesBefore(a)`, `max(a, a)`.
    fileprivate func meetsItself(_ text: String, at range: Range<Int>) -> Bool {
        var parts = arguments.map { Syntax($0.expression) }
        if let base = calledExpression.as(MemberAccessExprSyntax.self)?.base {
            guard parts.count == 1 else { return false }
            parts.append(Syntax(base))
        } else {
            guard let name = calledExpression.identifier, Self.idle.contains(name), parts.count == 2 else {
                return false
            }
        }
        let texts = parts.map {
            $0.spliceRange.contains(range.lowerBound)
                ? $0.text(with: text, at: range) : $0.trimmedDescription
        }
        return texts[0] == texts[1] && parts[0].trimmedDescription != parts[1].trimmedDescription
    }
}
