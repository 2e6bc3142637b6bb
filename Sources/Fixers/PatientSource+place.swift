package import Incident
import SourceEdit
import SwiftSyntax

extension PatientSource {
    /// The exact place of a failure, where the source knows more than the evidence; nil leaves it as it is.
    package func place(of diagnosis: Diagnosis) -> Incident.SourceLocation? {
        guard let location = diagnosis.location, let point = FaultPoint(location, in: self) else {
            return nil
        }
        var place = location
        place.file = point.file.path
        if let function = point.function { place.function = function.name }
        guard diagnosis.failureClass == .infiniteLoop, let function = point.function else {
            if place.line == 0 { place.line = point.line }
            return place
        }
        // A thread that loops is interrupted anywhere in the loop, or in what the loop calls.
        let loops = function.node.descendants(Syntax.self).filter {
            $0.is(WhileStmtSyntax.self) || $0.is(RepeatStmtSyntax.self) || $0.is(ForStmtSyntax.self)
        }
        let around = loops.last { point.file.lines(of: $0).contains(location.line) }
        if let loop = around ?? loops.first { place.line = point.file.line(of: loop) }
        place.column = nil
        return place
    }
}
