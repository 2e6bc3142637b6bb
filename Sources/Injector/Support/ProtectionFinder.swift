import SourceEdit
import SwiftSyntax

/// Finds every condition of a file that protects other code.
struct ProtectionFinder {
    let file: SourceFile

    /// In source order of their owners.
    func all() -> [Protection] {
        var found: [Protection] = []
        for node in file.tree.descendants(Syntax.self) {
            if let statement = node.as(GuardStmtSyntax.self) {
                found += protections(of: statement)
            } else if let statement = node.as(IfExprSyntax.self) {
                found += bodyProtections(of: statement) + elseProtections(of: statement)
            } else if let loop = node.as(WhileStmtSyntax.self) {
                found += protections(of: loop)
            } else if let loop = node.as(ForStmtSyntax.self) {
                found += protections(of: loop)
            } else if let ternary = node.as(TernaryExprSyntax.self) {
                found += protections(of: ternary)
            } else if let infix = node.as(InfixOperatorExprSyntax.self) {
                found += protections(of: infix)
            }
        }
        return found
    }

    private func protections(of statement: GuardStmtSyntax) -> [Protection] {
        // A closure whose type hangs on a `return nil` would change its type with it.
        if let closure = statement.enclosing(ClosureExprSyntax.self), closure.signature?.returnClause == nil,
            FunctionContext.around(statement, closures: true)?.node.id == closure.id,
            statement.body.statements.last?.item.as(ReturnStmtSyntax.self)?.expression?.is(
                NilLiteralExprSyntax.self)
                == true
        {
            return []
        }
        let whole = [file.deletion(of: statement)]
        let isPlain = statement.conditions.allSatisfy { $0.condition.is(ExprSyntax.self) }
        return statement.conditions.conjuncts(dropAll: whole).map { conjunct in
            Protection(
                shape: .guardStatement, owner: Syntax(statement), atom: conjunct.atom, holds: conjunct.holds,
                region: conjunct.later + Syntax(statement).followingItems, removal: conjunct.removal,
                wholeRemoval: isPlain ? whole : nil)
        }
    }

    private func protections(of loop: WhileStmtSyntax) -> [Protection] {
        let range = loop.conditions.spliceRange
        return loop.conditions.conjuncts(dropAll: [TextEdit(range, "true")]).map { conjunct in
            Protection(
                shape: .loop, owner: Syntax(loop), atom: conjunct.atom, holds: conjunct.holds,
                region: conjunct.later + [Syntax(loop.body)], removal: conjunct.removal, wholeRemoval: nil)
        }
    }

    private func protections(of loop: ForStmtSyntax) -> [Protection] {
        guard let filter = loop.whereClause else { return [] }
        let whole = [SourceFile.cut(loop.sequence.spliceRange.upperBound, filter.spliceRange.upperBound)]
        return Conjunct.all(in: filter.condition, holds: true, removal: whole).map { conjunct in
            Protection(
                shape: .filter, owner: Syntax(loop), atom: conjunct.atom, holds: conjunct.holds,
                region: conjunct.later + [Syntax(loop.body)], removal: conjunct.removal, wholeRemoval: whole)
        }
    }

    private func protections(of ternary: TernaryExprSyntax) -> [Protection] {
        [(ternary.thenExpression, true), (ternary.elseExpression, false)].flatMap { branch, holds in
            let whole = Syntax(ternary).keeping(Syntax(branch))
            return Conjunct.all(in: ternary.condition, holds: holds, removal: whole).map { conjunct in
                Protection(
                    shape: .ternary, owner: Syntax(ternary), atom: conjunct.atom, holds: conjunct.holds,
                    region: conjunct.later + [Syntax(branch)], removal: conjunct.removal, wholeRemoval: whole)
            }
        }
    }

    private func protections(of infix: InfixOperatorExprSyntax) -> [Protection] {
        guard ["&&", "||"].contains(infix.symbol), !Syntax(infix).isPartOfCondition else { return [] }
        return Conjunct.all(in: ExprSyntax(infix), holds: infix.symbol == "&&", removal: []).compactMap {
            conjunct in
            guard !conjunct.later.isEmpty else { return nil }
            return Protection(
                shape: .operand, owner: Syntax(infix), atom: conjunct.atom, holds: conjunct.holds,
                region: conjunct.later, removal: conjunct.removal, wholeRemoval: nil)
        }
    }
}
