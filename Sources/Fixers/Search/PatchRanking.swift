import SourceEdit

/// Orders patches that pass every test by how they behave on inputs that no test has.
///
/// Two patches that pass the same tests differ elsewhere. The one to hand over should do what most of the others do
/// there, weighted by how likely each is, and on inputs next to those that always worked it should do what the code did
/// before. Crashing or hanging where others answer speaks against a patch.
package struct PatchRanking: Sendable {
    /// What one patch, or the original code, did on one generated input.
    package enum Behaviour: Sendable, Hashable {
        /// Passed, or the messages of what failed.
        case answered(String)
        case died
        /// Its turn did not come.
        case unknown

        package var isPass: Bool { self == .answered("") }
    }

    /// One generated input.
    package struct Input: Sendable {
        /// Made from a test that failed: there the original is no measure.
        package var isOfFailing: Bool
        package var original: Behaviour
        /// One for each patch, in their order.
        package var patches: [Behaviour]

        package init(isOfFailing: Bool, original: Behaviour, patches: [Behaviour]) {
            self.isOfFailing = isOfFailing
            self.original = original
            self.patches = patches
        }
    }

    /// The patches, best first.
    package static func ranked(_ patches: [SearchCandidate], on inputs: [Input]) -> [SearchCandidate] {
        let weights = patches.map { patch in
            // What could be dropped from a condition just as well is not what the tests ask for in any form.
            let isIdle = !patch.removes && patches.contains { $0.dropsWhat(patch) }
            return max(patch.score, 1e-9) * (isIdle ? 0.7 : 1)
        }
        let factors = patches.indices.map { factor($0, weights, inputs) }
        return patches.indices.sorted { first, second in
            let (one, two) = (weights[first] * factors[first], weights[second] * factors[second])
            if patches[first].removes != patches[second].removes { return !patches[first].removes }
            if one != two { return one > two }
            return patches[first].numbers.lexicographicallyPrecedes(patches[second].numbers)
        }
        .map { patches[$0] }
    }

    static func factor(_ index: Int, _ weights: [Double], _ inputs: [Input]) -> Double {
        var agreement = 0.0
        var judged = 0
        var kept = 0
        var comparable = 0
        var deaths = 0
        for input in inputs {
            let own = input.patches[index]
            if own == .unknown { continue }
            let known = input.patches.indices.filter { input.patches[$0] != .unknown }
            let all = known.reduce(0) { $0 + weights[$1] }
            let same = known.filter { input.patches[$0] == own }.reduce(0) { $0 + weights[$1] }
            judged += 1
            agreement += same / all
            if own == .died { deaths += 1 }
            if !input.isOfFailing, input.original != .unknown, input.original != .died {
                comparable += 1
                if own == input.original { kept += 1 }
            }
        }
        guard judged > 0 else { return 1 }
        var factor = 0.4 + agreement / Double(judged)
        if comparable > 0 { factor *= 0.4 + Double(kept) / Double(comparable) }
        factor /= 1 + 2 * Double(deaths) / Double(judged)
        return factor
    }
}

extension SearchCandidate {
    /// Whether it keeps one part of an expression, and all that `other` changes is in the part that goes.
    fileprivate func dropsWhat(_ other: SearchCandidate) -> Bool {
        guard removes, mutations.count == 1, let edit = mutations[0].edits.first,
            mutations[0].edits.count == 1, !edit.replacement.isEmpty
        else { return false }
        let original = mutations[0].original
        var gone = edit.range
        if original.hasPrefix(edit.replacement) {
            gone = gone.lowerBound + edit.replacement.utf8.count..<gone.upperBound
        } else if original.hasSuffix(edit.replacement) {
            gone = gone.lowerBound..<gone.upperBound - edit.replacement.utf8.count
        } else {
            return false
        }
        return other.mutations.allSatisfy { mutation in
            mutation.path == mutations[0].path
                && mutation.edits.allSatisfy {
                    gone.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= gone.upperBound
                }
        }
    }
}
