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
        if loops.isEmpty, tests.contains(where: { $0.path == point.file.path }) {
            return loopCalled(from: point)
        }
        let around = loops.last { point.file.lines(of: $0).contains(location.line) }
        if let loop = around ?? loops.first { place.line = point.file.line(of: loop) }
        place.column = nil
        return place
    }

    /// The loop of the only function with one that a line of a test calls.
    private func loopCalled(from point: FaultPoint) -> Incident.SourceLocation? {
        let names = Set(
            point.nodes(FunctionCallExprSyntax.self, anywhere: false).flatMap {
                $0.calledExpression.descendants(TokenSyntax.self).map(\.text)
            })
        var found: [Incident.SourceLocation] = []
        for file in sources {
            for function in FaultPoint.functions(in: file) {
                let base = String(FaultPoint.baseName(function.name).prefix { $0 != "(" })
                guard names.contains(base) else { continue }
                let loop = function.node.descendants(Syntax.self).first {
                    $0.is(WhileStmtSyntax.self) || $0.is(RepeatStmtSyntax.self)
                }
                guard let loop else { continue }
                found.append(
                    Incident.SourceLocation(
                        file: file.path, line: file.line(of: loop), function: function.name))
            }
        }
        return found.count == 1 ? found[0] : nil
    }
}
