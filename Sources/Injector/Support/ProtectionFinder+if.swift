import SourceEdit
import SwiftSyntax

extension ProtectionFinder {
    /// An `if` around the code it protects.
    func bodyProtections(of statement: IfExprSyntax) -> [Protection] {
        guard let whole = statement.unwrapping(statement.body) else { return [] }
        let isPlain = statement.conditions.allSatisfy { $0.condition.is(ExprSyntax.self) }
        return statement.conditions.conjuncts(dropAll: whole).map { conjunct in
            Protection(
                shape: .body, owner: Syntax(statement), atom: conjunct.atom, holds: conjunct.holds,
                region: conjunct.later + [Syntax(statement.body)], removal: conjunct.removal,
                wholeRemoval: isPlain ? whole : nil)
        }
    }

    /// An `if` that leaves, or whose `else` is what it protects.
    func elseProtections(of statement: IfExprSyntax) -> [Protection] {
        guard statement.conditions.count == 1, let element = statement.conditions.first,
            case .expression(let condition) = element.condition
        else { return [] }
        var region: [Syntax] = []
        var whole: [TextEdit]?
        switch statement.elseBody {
        case .codeBlock(let block):
            region.append(Syntax(block))
            whole = statement.unwrapping(block)
        case .ifExpr(let next):
            region.append(Syntax(next))
            whole =
                statement.isValue
                ? nil : [SourceFile.cut(statement.spliceRange.lowerBound, next.spliceRange.lowerBound)]
        case nil:
            guard statement.body.leaves else { return [] }
            whole = statement.previousBranch.map { previous in
                [SourceFile.cut(previous.body.spliceRange.upperBound, statement.spliceRange.upperBound)]
            }
            if whole == nil, !statement.isValue { whole = [file.deletion(of: statement)] }
        }
        guard let whole else { return [] }
        if statement.body.leaves { region += Syntax(statement.outermostBranch).followingItems }
        return Conjunct.all(in: condition, holds: false, removal: whole).map { conjunct in
            Protection(
                shape: .exit, owner: Syntax(statement), atom: conjunct.atom, holds: conjunct.holds,
                region: conjunct.later + region, removal: conjunct.removal, wholeRemoval: whole)
        }
    }
}
