import Fixers
import Incident
import SourceEdit

/// Makes diagnoses as exact as the source allows.
///
/// The classifier never sees the source: a hang may name a function without a line, a failed cast a type without a
/// place. What the source settles beyond doubt is filled in here.
enum DiagnosisRefiner {
    static func refine(_ diagnoses: [Diagnosis], in patient: PatientSource) -> [Diagnosis] {
        var refined = diagnoses.map { diagnosis in
            var copy = diagnosis
            if let place = patient.place(of: diagnosis) { copy.location = place }
            return copy
        }
        // An interrupt may come in the prologue of a call, which hides its caller: then a hang seems to lie in the test.
        // Another hang of the same run, interrupted a moment later, shows where the loop is.
        let isInTest = { (diagnosis: Diagnosis) in
            patient.tests.contains { $0.path == diagnosis.location?.file }
        }
        let hang = refined.first { $0.failureClass == .infiniteLoop && $0.location != nil && !isInTest($0) }
        if let hang {
            for index in refined.indices
            where refined[index].failureClass == .infiniteLoop && isInTest(refined[index]) {
                refined[index].location = hang.location
                refined[index].frames = hang.frames
            }
        }
        var seen: Set<String> = []
        return refined.filter { diagnosis in
            guard let place = diagnosis.location else { return true }
            return seen.insert("\(diagnosis.failureClass.rawValue) \(place.file):\(place.line)").inserted
        }
    }
}
