import Incident

/// Two runs beside one another, case by case.
package struct BenchComparison: Sendable {
    package enum Change: Int, Sendable, Comparable {
        /// Right more seldom than before.
        case worse
        /// As right as before, and recovering in more than half as long again, by a second at least.
        case slower
        case gone
        case new
        case better
        case faster
        case same

        package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

        package var isRegression: Bool { self == .worse || self == .slower }
    }

    package struct Row: Sendable {
        package var item: BenchCase
        package var change: Change
        package var before: [Trial]
        package var after: [Trial]
        /// Medians in milliseconds.
        package var recoveredBefore: Int?
        package var recoveredAfter: Int?
    }

    /// What got worse first, then in the order of the runs.
    package let rows: [Row]

    package init(before: BenchRun, after: BenchRun) {
        let gone = before.cases.filter { !after.cases.contains($0) }
        rows = (after.cases + gone).map { item in
            let (old, new) = (before.trials(of: item), after.trials(of: item))
            let times = (
                before.measures(of: item).timeToRecover?.median,
                after.measures(of: item).timeToRecover?.median
            )
            return Row(
                item: item, change: Self.change(old, new, times), before: old, after: new,
                recoveredBefore: times.0, recoveredAfter: times.1)
        }
        .enumerated().sorted { ($0.element.change, $0.offset) < ($1.element.change, $1.offset) }
        .map(\.element)
    }

    private static func change(_ old: [Trial], _ new: [Trial], _ times: (Int?, Int?)) -> Change {
        guard !old.isEmpty else { return new.isEmpty ? .same : .new }
        guard !new.isEmpty else { return .gone }
        let (was, now) = (rate(old), rate(new))
        if was != now { return now < was ? .worse : .better }
        guard let before = times.0, let after = times.1 else { return .same }
        if after > before + max(1000, before / 2) { return .slower }
        if before > after + max(1000, after / 2) { return .faster }
        return .same
    }

    /// Of the trials that say something; a case that no longer applies counts as one that is not right.
    private static func rate(_ trials: [Trial]) -> Double {
        Double(trials.count(where: \.isRight)) / Double(trials.count)
    }
}
