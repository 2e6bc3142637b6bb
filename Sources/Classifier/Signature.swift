package import Incident

/// Recognises one kind of symptom; the first signature of the registry that does so names it.
package protocol Signature: Sendable {
    /// Such as `trap.zero_division`; reports carry it.
    var id: String { get }
    var failureClass: FailureClass { get }
    /// Nil when the symptom is none of this signature's business.
    func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis?
}
