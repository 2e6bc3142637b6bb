package import Incident

/// Knows how one class of failure is mended.
///
/// A fixer sees the diagnosis, the sources and the tests, never what broke them.
package protocol Fixer: Sendable {
    /// Stable identifier, in `snake_case`.
    var id: String { get }
    /// The classes it proposes candidates for.
    var classes: Set<FailureClass> { get }
    /// One line, without a full stop.
    var summary: String { get }

    /// Candidate patches, most likely first; empty when the fixer sees nothing to do here.
    func candidates(for diagnosis: Diagnosis, in patient: PatientSource) -> [Candidate]
}
