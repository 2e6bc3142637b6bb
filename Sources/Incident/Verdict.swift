/// The outcome of a heal; the same words in the report, on the terminal and in the docs.
package enum Verdict: String, Codable, Sendable, CaseIterable {
    /// Every test passes on the healed commit, and a regression test failed before and passed after.
    case healed
    /// The failure stands: no candidate passed verification.
    case notHealed = "not_healed"
    /// The tests passed before anything was tried.
    case nothingToHeal = "nothing_to_heal"
    /// The package cannot be judged: it does not build for a reason no fixer covers, or has no tests.
    case unviable
    /// The time limit of the whole run passed.
    case timedOut = "timed_out"
}
