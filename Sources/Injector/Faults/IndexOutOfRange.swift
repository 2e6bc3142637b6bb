package import Incident
import SourceEdit
import SwiftSyntax

/// Lets a subscript reach past the ends of its collection.
package struct IndexOutOfRange: RankedFault {
    package let id = "index_out_of_range"
    package let failureClass = FailureClass.indexOutOfRange
    package let summary = "Drops the check or the clamp that keeps a subscript in bounds"

    package init() {}

    func candidates(in file: SourceFile) -> [Candidate] {
        let removed = ProtectionRemoval(file).candidates(noun: "the subscript ") { protection, others in
            let subscripts = protection.hazards(SubscriptCallExprSyntax.self).compactMap(Subscript.init)
            // A loop that has lost its end only gets as far as the subscript where that is part of the condition.
            let reached =
                protection.shape == .loop
                ? subscripts.filter { $0.node.enclosing(ConditionElementSyntax.self) != nil } : subscripts
            return hazard(behind: protection, others, among: reached)
        }
        return removed + clamps(in: file) + OffByOne(file: file).candidates()
    }

    private func hazard(behind protection: Protection, _ others: [Protection], among subscripts: [Subscript])
        -> Hazard?
    {
        let fact = protection.fact
        let certain = subscripts.filter { isBounded($0, by: fact) }
            .filter { access in !others.contains { $0.covers(access.node) && isBounded(access, by: $0.fact) }
            }
        let doubtful = subscripts.filter { isLoosely($0, boundedBy: fact) }
        return .preferring(certain.map { Syntax($0.node) }, over: doubtful.map { Syntax($0.node) })
    }

    private func isBounded(_ access: Subscript, by fact: Fact) -> Bool {
        if let collection = fact.nonEmpty, access.reads(collection), !access.isSlice,
            isInside(access.index, collection)
        {
            return true
        }
        switch fact {
        case .contains(let range, let element, true):
            return range.coveredCollection == access.base && access.index.means(element.normalText)
        case .comparison(let comparison):
            if comparison.symbol == "==" { return isCounted(access, by: comparison) }
            guard let (smaller, larger, _) = comparison.ascending, larger.measuredCollection == access.base
            else {
                return false
            }
            if smaller.integerLiteral != nil { return access.index.integerLiteral != nil }
            return access.upperEnd?.means(smaller.normalText) ?? false
        default:
            return false
        }
    }

    /// An element that is there as soon as any is: a literal index, or one made of the length.
    private func isInside(_ index: ExprSyntax, _ collection: String) -> Bool {
        Quantity.spellings(of: index).contains { spelling in
            spelling.integerLiteral != nil
                || spelling.descendants(MemberAccessExprSyntax.self).contains {
                    $0.base?.normalText == collection && ["count", "startIndex"].contains($0.name)
                }
        }
    }

    /// `parts.count == 3` before `parts[2]`.
    private func isCounted(_ access: Subscript, by comparison: Comparison) -> Bool {
        guard let (_, other) = comparison.reading(access.base + ".count"), other.integerLiteral != nil else {
            return false
        }
        return access.index.integerLiteral != nil
    }

    /// The lower end, which few callers go below, and literal bounds of a number the index is computed from.
    private func isLoosely(_ access: Subscript, boundedBy fact: Fact) -> Bool {
        guard !access.isDictionary, !access.isSlice else { return false }
        switch fact {
        case .contains(let range, let element, true):
            guard range.literalRange != nil, let name = element.as(DeclReferenceExprSyntax.self) else {
                return false
            }
            return access.index.referencedNames.contains(name.baseName.text)
        case .comparison(let comparison):
            guard let (smaller, larger, _) = comparison.ascending, let bound = smaller.integerLiteral,
                bound <= 0
            else {
                return false
            }
            return access.index.normalText == larger.normalText
        default:
            return false
        }
    }

    /// `min(end, values.count)` becomes `end`.
    private func clamps(in file: SourceFile) -> [Candidate] {
        file.tree.descendants(FunctionCallExprSyntax.self).compactMap { call in
            guard let clamp = Clamp(call), clamp.name == "min" else { return nil }
            let collection = clamp.first.measuredCollection ?? clamp.second.measuredCollection
            guard let value = clamp.value(besides: { $0.measuredCollection != nil }) else { return nil }
            let accesses = file.tree.descendants(SubscriptCallExprSyntax.self).compactMap(Subscript.init)
                .filter {
                    $0.base == collection && ($0.upperEnd.map(clamp.isMeant) ?? false)
                }
            guard let hazard = Hazard(accesses.map { Syntax($0.node) }) else { return nil }
            return SiteBuilder(file: file).candidate(
                rank: Shape.body.rawValue, at: call, "drops the clamp \(SiteBuilder.quote(call))",
                edits: clamp.unclamping(value), symptom: .kept(hazard.nodes))
        }
    }
}
