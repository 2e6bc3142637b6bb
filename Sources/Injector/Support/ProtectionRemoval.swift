import SourceEdit
import SwiftSyntax

/// Sites that drop a condition and so expose what it protects: the shape most faults share.
struct ProtectionRemoval {
    let file: SourceFile
    private let protections: [Protection]

    init(_ file: SourceFile) {
        self.file = file
        protections = ProtectionFinder(file: file).all()
    }

    /// One candidate for each condition that `hazard` finds something behind, and one for each statement all of
    /// whose conditions it does. `hazard` gets the condition and those that would stay.
    func candidates(
        noun: String, hazard: (_ protection: Protection, _ others: [Protection]) -> Hazard?
    ) -> [Candidate] {
        var found: [Candidate] = []
        let groups = Dictionary(grouping: protections.indices) { Owner(protections[$0]) }
        for (position, protection) in protections.enumerated() {
            let group = groups[Owner(protection)] ?? []
            if group.count > 1, position == group.first {
                found += whole(group, noun: noun, hazard: hazard)
            }
            let others = protections.indices.filter { $0 != position }.map { protections[$0] }
            guard let hazard = hazard(protection, others) else { continue }
            found += candidate(
                protection, protection.removal, SiteBuilder.quote(protection.written), hazard, noun: noun,
                isPart: group.count > 1)
        }
        return found
    }

    private func whole(
        _ group: [Int], noun: String, hazard: (Protection, [Protection]) -> Hazard?
    ) -> [Candidate] {
        guard let first = group.first, let edits = protections[first].wholeRemoval else { return [] }
        let others = protections.indices.filter { !group.contains($0) }.map { protections[$0] }
        let hazards = group.compactMap { hazard(protections[$0], others) }
        guard hazards.count == group.count else { return [] }
        let nodes = hazards.flatMap(\.nodes)
        guard let all = Hazard(nodes, isDoubtful: hazards.allSatisfy(\.isDoubtful)) else { return [] }
        return candidate(protections[first], edits, whole(protections[first]), all, noun: noun, isPart: false)
    }

    /// All conditions of an owner, quoted.
    private func whole(_ protection: Protection) -> String {
        var node = Syntax(protection.atom)
        while let parent = node.parent, parent.id != protection.owner.id { node = parent }
        return SiteBuilder.quote(node)
    }

    private func candidate(
        _ protection: Protection, _ edits: [TextEdit], _ atom: String, _ hazard: Hazard, noun: String,
        isPart: Bool
    ) -> [Candidate] {
        let shape = protection.shape
        // A closure may never be called.
        let isDeferred = hazard.nodes.allSatisfy { node in
            node.enclosing(ClosureExprSyntax.self).map { protection.covers($0) } ?? false
        }
        let rank =
            shape.rawValue + (isPart ? 1 : 0) + (isDeferred ? 1 : 0)
            + (hazard.isDoubtful ? Candidate.doubtful : 0)
        let conditions = isPart ? "part \(atom) of \(shape.noun)" : "\(shape.noun) \(atom)"
        let summary = "drops \(conditions) before \(noun)\(hazard.nodes.first.map(SiteBuilder.quote) ?? "")"
        let candidate = SiteBuilder(file: file).candidate(
            rank: rank, at: isPart ? Syntax(protection.atom) : protection.owner, summary, edits: edits,
            symptom: .kept(hazard.nodes))
        return candidate.map { [$0] } ?? []
    }

    /// Conditions that fall together.
    private struct Owner: Hashable {
        let owner: SyntaxIdentifier
        let edits: [TextEdit]?

        init(_ protection: Protection) {
            owner = protection.owner.id
            edits = protection.wholeRemoval ?? protection.removal
        }
    }
}
