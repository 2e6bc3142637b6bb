import SwiftSyntax

extension StatementOperator {
    /// What tidies up behind code that may leave early, to a `defer` before that code.
    ///
    /// - Parameter leaving: the last statement before it after which the function may be left.
    func deferLast(
        _ item: CodeBlockItemSyntax, before leaving: CodeBlockItemSyntax, _ scope: MutationScope,
        _ list: inout MutationList
    ) {
        let start = leaving.spliceRange.lowerBound
        guard scope.allows(start), hasEffect(item), canMove(item), !item.mayLeave, !scope.setsOnce(item),
            !leaving.item.is(GuardStmtSyntax.self), !item.trimmedDescription.contains("\n"),
            declared(from: leaving, to: item).isDisjoint(with: item.names),
            scope.source.startsLine(start), scope.source.startsLine(item.spliceRange.lowerBound)
        else { return }
        let text = "defer { \(item.trimmedDescription) }"
        let line = scope.source.lineEnd + scope.source.indentation(at: start)
        list.edit(
            [.insert(text + line, at: start), scope.deletion(of: item)], 1.1,
            original: item.trimmedDescription, replacement: text,
            summary: "\(MutationList.quote(item.trimmedDescription)) is deferred, whatever throws before")
    }

    private func declared(from first: CodeBlockItemSyntax, to last: CodeBlockItemSyntax) -> Set<String> {
        guard let items = first.parent?.as(CodeBlockItemListSyntax.self) else { return [] }
        return items.drop { $0.id != first.id }.prefix { $0.id != last.id }
            .reduce(into: []) { $0.formUnion($1.declaredNames) }
    }
}

extension CodeBlockItemSyntax {
    /// Whether an error, or a `return` in a branch, may leave the function here before what follows runs.
    var mayLeave: Bool {
        var stack = [Syntax(item)]
        while let node = stack.popLast() {
            if node.is(ClosureExprSyntax.self) || node.is(FunctionDeclSyntax.self) { continue }
            if let attempt = node.as(TryExprSyntax.self), attempt.questionOrExclamationMark == nil {
                return true
            }
            if node.is(ReturnStmtSyntax.self) || node.is(ThrowStmtSyntax.self) { return true }
            stack.append(contentsOf: node.children(viewMode: .sourceAccurate))
        }
        return false
    }
}

extension MutationScope {
    /// Whether an initialiser gives a property its first value there: left out, or made twice, nobody could be blamed for the
    /// compiler's error, which stands at the end of the initialiser or at the other place.
    func setsOnce(_ item: CodeBlockItemSyntax) -> Bool {
        guard function.node.is(InitializerDeclSyntax.self),
            let infix = item.item.as(InfixOperatorExprSyntax.self), infix.symbol == "="
        else { return false }
        let target = infix.leftOperand.trimmedDescription
        let isBare = !target.hasPrefix("self.")
        let name = isBare ? target : String(target.dropFirst(5))
        if isBare, reader.local(name, at: item.spliceRange.lowerBound) != nil { return false }
        return ingredients.values(of: reader.owner).contains {
            $0.name == name && !$0.isStatic && !$0.hasValue && !$0.isComputed
                && !($0.isMutable && TypeText.isOptional($0.type))
        }
    }
}
