package import Incident

/// What a run tells while it runs.
package enum MutationEvent: Sendable {
    case warning(String)
    case stage(String)
    case judged(MutationProgress)
}

/// How far a run is.
package struct MutationProgress: Sendable {
    package var judged: Int
    package var all: Int
    package var counts: [MutantVerdict: Int]
    /// Since the first was judged.
    package var elapsed: Duration

    package var perSecond: Double { Double(judged) / max(elapsed / .seconds(1), 0.001) }
    package var left: Duration { judged == 0 ? .zero : elapsed * (Double(all - judged) / Double(judged)) }
}
