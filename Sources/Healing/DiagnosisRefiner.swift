import Fixers
import Incident

/// Makes a diagnosis as exact as the source allows.
///
/// The classifier never sees the source: a hang may name a function without a line, a failed cast a type without a
/// place. What the source settles beyond doubt is filled in here.
enum DiagnosisRefiner {
    static func refine(_ diagnosis: Diagnosis, in patient: PatientSource) -> Diagnosis {
        var refined = diagnosis
        if let place = patient.place(of: diagnosis) { refined.location = place }
        return refined
    }
}
