import SourceEdit
import SwiftSyntax

extension ConditionElementListSyntax {
    /// The conditions that are plain expressions, taken apart; `dropAll` is the edit when nothing would be left.
    func conjuncts(dropAll: [TextEdit]) -> [Conjunct] {
        let elements = Array(self)
        return elements.indices.flatMap { position -> [Conjunct] in
            guard case .expression(let expression) = elements[position].condition else { return [] }
            return Conjunct.all(
                in: expression, holds: true, removal: dropping(position) ?? dropAll,
                later: elements[(position + 1)...].map { Syntax($0) })
        }
    }

    /// Drops one element and the comma that it no longer needs; nil when it is the only one.
    func dropping(_ position: Int) -> [TextEdit]? {
        let elements = Array(self)
        guard elements.count > 1 else { return nil }
        let range = elements[position].condition.spliceRange
        if position + 1 < elements.count {
            return [SourceFile.cut(range.lowerBound, elements[position + 1].spliceRange.lowerBound)]
        }
        return [SourceFile.cut(elements[position - 1].condition.spliceRange.upperBound, range.upperBound)]
    }
}
