/// What became of a mutant; no two of these are ever merged.
package enum MutantVerdict: String, Codable, Sendable, CaseIterable, Hashable {
    /// A test that passed on the original fails, or its process dies.
    case killed
    /// Every test that reaches it passes.
    case survived
    /// A test that reaches it takes longer than the baseline allows.
    case timedOut = "timed_out"
    /// It does not compile.
    case unviable
    /// No test reaches it, so none was run.
    case notCovered = "not_covered"
    /// Left out by the user, with the reason in ``Mutant/reason``.
    case skipped
    /// The run was stopped before it was judged; a later run goes on.
    case pending

    /// Counts as caught by the tests.
    package var isDetected: Bool { self == .killed || self == .timedOut }
    /// Counts as missed by the tests.
    package var isUndetected: Bool { self == .survived || self == .notCovered }
}
