package import SourceEdit

/// The changes that a search tries, in the order of what speaks for them.
package struct SearchSpace: Sendable {
    /// All that is tried in one build, numbered from 1, by file and place.
    package let candidates: [SearchCandidate]
    /// Changes that suspicion reached but for which there was no room.
    package let leftOver: Int

    /// Literals that only tests know: a change that brings one in pleases that test and no other.
    private static let favourPenalty = 0.2
    /// Of a change that takes away what the program did.
    private static let removalPenalty = 0.15

    /// - Parameters:
    ///   - suspects: most suspicious first.
    ///   - patient: the sources that they are in.
    ///   - skip: changes that an earlier round tried, as `key(_:)` spells them.
    ///   - limit: after this many the rest is left over.
    package init(
        _ suspects: [Suspect], in patient: PatientSource, skipping skip: Set<String> = [], limit: Int
    ) {
        let ingredients = Ingredients(module: patient.sources)
        let favours = Self.testLiterals(patient)
        var scores: [String: [Int: Double]] = [:]
        var order: [String] = []
        for suspect in suspects {
            if scores[suspect.path] == nil { order.append(suspect.path) }
            for line in suspect.lines {
                scores[suspect.path, default: [:]][line] = max(
                    scores[suspect.path]?[line] ?? 0, suspect.suspiciousness)
            }
        }
        var found: [(mutation: Mutation, suspiciousness: Double, score: Double)] = []
        for path in order {
            guard let file = patient.file(path), let lines = scores[path] else { continue }
            let mutations = OperatorCatalogue.mutations(
                in: file, module: ingredients, lines: Set(lines.keys), operators: nil, purpose: .repair,
                initialValues: true)
            for mutation in mutations where !skip.contains(Self.key(mutation)) {
                let suspiciousness = lines[mutation.line] ?? Self.nearest(mutation.line, lines)
                found.append(
                    (mutation, suspiciousness, Self.score(mutation, suspiciousness, favours)))
            }
        }
        // What is likeliest gets the room, whatever file it is in.
        let chosen = found.enumerated().sorted {
            ($0.element.score, $1.offset) > ($1.element.score, $0.offset)
        }
        .prefix(limit).map(\.element)
        leftOver = found.count - chosen.count
        let placed = chosen.sorted {
            (
                $0.mutation.path, $0.mutation.edits.first?.range.lowerBound ?? 0, -$0.score,
                $0.mutation.replacement
            )
                < (
                    $1.mutation.path, $1.mutation.edits.first?.range.lowerBound ?? 0, -$1.score,
                    $1.mutation.replacement
                )
        }
        candidates = placed.enumerated().map { index, item in
            SearchCandidate(
                numbers: [Int32(index + 1)], mutations: [item.mutation],
                suspiciousness: item.suspiciousness, score: item.score)
        }
    }

    package static func key(_ mutation: Mutation) -> String {
        mutation.path
            + mutation.edits.map {
                "\u{0}\($0.range.lowerBound)-\($0.range.upperBound)\u{0}\($0.replacement)"
            }
            .joined()
    }

    /// Prior, suspicion, and what makes a patch one that a maintainer would not write.
    static func score(_ mutation: Mutation, _ suspiciousness: Double, _ favours: Set<String>) -> Double {
        var score = mutation.prior * (0.2 + 0.8 * suspiciousness)
        if mutation.removes { score *= removalPenalty }
        let added = mutation.edits.reduce(0) { $0 + $1.replacement.utf8.count }
        let removed = mutation.edits.reduce(0) { $0 + $1.range.count }
        // The same slip at several places counts once.
        score /= 1 + Double(abs(added - removed)) / Double(80 * mutation.places)
        let literals = Literals.of(mutation.replacement)
        // How many seconds an hour has, tests need not tell.
        if mutation.operatorID != "idioms", !literals.isDisjoint(with: favours) { score *= favourPenalty }
        return score
    }

    private static func nearest(_ line: Int, _ lines: [Int: Double]) -> Double {
        let below = lines.filter { abs($0.key - line) <= 2 }.values.max() ?? 0
        return below * 0.9
    }

    /// Literals of the tests that the sources do not hold.
    private static func testLiterals(_ patient: PatientSource) -> Set<String> {
        let known = patient.sources.reduce(into: Set<String>()) { $0.formUnion(Literals.of($1)) }
        return patient.tests.reduce(into: Set<String>()) { $0.formUnion(Literals.of($1)) }
            .subtracting(known).subtracting(["0", "1", "2", "-1", "\"\"", "true", "false"])
    }
}
