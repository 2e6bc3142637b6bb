import Incident

/// What the tests made of one mutant.
struct Judgement: Sendable {
    /// Nil when it has to be looked at again without any other child running.
    var verdict: MutantVerdict?
    var reason: String?
    var killedBy: [String] = []
    var duration = Duration.zero
    /// Tests that failed and then passed under the very same change.
    var flaky: [String] = []
    var children = 0
}
