package import SourceEdit

/// One change, or two, that may be the repair, with what is known of it before it is tried.
package struct SearchCandidate: Sendable, Hashable {
    /// As woven code knows them; one for each mutation.
    package var numbers: [Int32]
    package var mutations: [Mutation]
    /// Of the most suspicious place it changes.
    package var suspiciousness: Double
    /// Higher is tried earlier and preferred among those that pass.
    package var score: Double

    package init(numbers: [Int32], mutations: [Mutation], suspiciousness: Double, score: Double) {
        self.numbers = numbers
        self.mutations = mutations
        self.suspiciousness = suspiciousness
        self.score = score
    }

    package var removes: Bool { mutations.contains(where: \.removes) }
    package var operators: [String] { mutations.map(\.operatorID) }

    /// The patch, as any fixer would propose it.
    package var candidate: Candidate {
        var edits: [String: [TextEdit]] = [:]
        for mutation in mutations { edits[mutation.path, default: []] += mutation.edits }
        let words = mutations.map { mutation in
            let place = mutation.function.isEmpty ? "" : " in `\(mutation.function)`"
            return mutation.summary.prefix(1).uppercased() + mutation.summary.dropFirst() + place + "."
        }
        return Candidate(
            fixer: "search", rationale: words.joined(separator: " "),
            edits: edits.sorted { $0.key < $1.key }.map { FileEdit(path: $0.key, edits: $0.value) })
    }
}
