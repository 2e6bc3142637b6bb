import SwiftSyntax

/// Adds the other half of what is symmetric: what is done on the left is done on the right as well.
struct MirrorOperator: MutationOperator {
    let id = "mirrors"
    let summary = "repeats a statement for the other side of a pair, or a check with both values turned round"
    let isForTesting = false

    /// Lines of a statement beyond which it is more than one half of a pair.
    private static let limit = 6

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.75)
        let written = scope.function.body.oneLine
        for slot in scope.slots {
            guard let item = slot.previous, isAction(item), !scope.setsOnce(item),
                let text = mirrored(item, scope),
                !written.contains(text.split(whereSeparator: \.isWhitespace).joined(separator: " ")),
                let edits = scope.insertion(lines(text, of: item, scope), at: slot)
            else { continue }
            list.edit(
                edits, 1, original: "", replacement: text,
                summary: "\(MutationList.quote(text)) follows its other half")
        }
        for infix in scope.all(InfixOperatorExprSyntax.self) where ["||", "&&"].contains(infix.symbol) {
            turn(infix, written, scope, &list)
        }
        return list.found
    }

    /// Whether it does something and declares nothing that the rest uses.
    private func isAction(_ item: CodeBlockItemSyntax) -> Bool {
        if item.leaves || item.trimmedDescription.split(whereSeparator: \.isNewline).count > Self.limit {
            return false
        }
        if let infix = item.item.as(InfixOperatorExprSyntax.self) { return infix.isAssignment }
        if let statement = item.item.as(ExpressionStmtSyntax.self) {
            return statement.expression.as(IfExprSyntax.self)?.elseBody == nil
        }
        return item.expression?.is(FunctionCallExprSyntax.self) ?? false
            || item.item.is(WhileStmtSyntax.self) || item.item.is(ForStmtSyntax.self)
    }

    /// The statement with each name that has an opposite replaced by it; nil where fewer than two places change.
    private func mirrored(_ item: CodeBlockItemSyntax, _ scope: MutationScope) -> String? {
        let values = Set(scope.values(at: item).map(\.name))
        let members = scope.ingredients.memberNames
        let own = Set(item.descendants(IdentifierPatternSyntax.self).map(\.identifier.text))
        let start = item.spliceRange.lowerBound
        var edits: [TextEdit] = []
        for token in item.tokens(viewMode: .sourceAccurate) {
            guard case .identifier(let name) = token.tokenKind,
                token.parent?.is(DeclReferenceExprSyntax.self) == true
                    || token.parent?.is(IdentifierPatternSyntax.self) == true,
                let other = Siblings.opposites(of: name).first(where: {
                    values.contains($0) || members.contains($0) || own.contains(name)
                })
            else { continue }
            let range = token.spliceRange
            edits.append(TextEdit(range.lowerBound - start..<range.upperBound - start, other))
        }
        return edits.count > 1 ? edits.applied(to: item.trimmedDescription) : nil
    }

    private func lines(_ text: String, of item: CodeBlockItemSyntax, _ scope: MutationScope) -> [String] {
        let indentation = scope.source.indentation(at: item.spliceRange.lowerBound)
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
            String($0.hasPrefix(indentation) ? $0.dropFirst(indentation.count) : $0)
        }
    }

    /// `holds(other.start)` to `holds(other.start) || other.holds(start)`, for values of one type.
    private func turn(
        _ infix: InfixOperatorExprSyntax, _ written: String, _ scope: MutationScope,
        _ list: inout MutationList
    ) {
        // The whole chain is extended once.
        guard infix.parent?.as(InfixOperatorExprSyntax.self)?.symbol != infix.symbol else { return }
        guard let owner = scope.function.ownerName else { return }
        let peers = Set(
            scope.values(at: infix).filter { $0.origin <= .parameter && $0.type == owner }
                .map(\.name))
        if peers.isEmpty { return }
        var seen: Set<String> = []
        for operand in operands(of: ExprSyntax(infix), infix.symbol) {
            guard let text = turned(operand, peers), !written.contains(text), seen.insert(text).inserted,
                seen.count <= 2
            else { continue }
            list.edit(
                [.insert(" \(infix.symbol) \(text)", at: infix.spliceRange.upperBound)], 0.9, original: "",
                replacement: text)
        }
    }

    private func operands(of expression: ExprSyntax, _ symbol: String) -> [ExprSyntax] {
        guard let infix = expression.as(InfixOperatorExprSyntax.self), infix.symbol == symbol else {
            return [expression]
        }
        return operands(of: infix.leftOperand, symbol) + operands(of: infix.rightOperand, symbol)
    }

    private func turned(_ expression: ExprSyntax, _ peers: Set<String>) -> String? {
        guard let call = expression.as(FunctionCallExprSyntax.self), call.arguments.count == 1,
            let argument = call.arguments.first, let name = call.functionName
        else { return nil }
        let label = argument.label.map { "\($0.text): " } ?? ""
        if call.receiver == nil, let access = argument.expression.as(MemberAccessExprSyntax.self),
            let peer = access.base?.identifier, peers.contains(peer)
        {
            return "\(peer).\(name)(\(label)\(access.name))"
        }
        if let peer = call.receiver?.identifier, peers.contains(peer),
            let value = argument.expression.identifier,
            !peers.contains(value)
        {
            return "\(name)(\(label)\(peer).\(value))"
        }
        return nil
    }
}
