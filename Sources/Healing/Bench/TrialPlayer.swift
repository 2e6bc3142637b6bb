package import Scoreboard

/// Breaks a patient, hands it to the healer and has the oracle judge what it left.
package protocol TrialPlayer: Sendable {
    /// - Throws: `LabError` when no trial can be carried out at all, `CancellationError` when the run is stopped. What
    ///   goes wrong in this trial alone is an outcome.
    func play(
        _ item: BenchCase, repetition: Int, tell: @escaping @Sendable (String) -> Void
    ) async throws -> PlayedTrial
}
