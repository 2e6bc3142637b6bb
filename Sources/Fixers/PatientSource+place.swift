package import Incident
import SourceEdit
import SwiftSyntax

extension PatientSource {
    /// The exact place of a failure, where the source knows more than the evidence; nil leaves it as it is.
    package func place(of diagnosis: Diagnosis) -> Incident.SourceLocation? {
        let isInTests = diagnosis.location.map { place in tests.contains { $0.path == place.file } } ?? true
        // Code that was inlined into a test has no frame of its own; what the trap printed still names it.
        let printed = isInTests ? diagnosis.evidence.lazy.compactMap(trapPlace).first : nil
        guard let location = printed ?? diagnosis.location, let point = FaultPoint(location, in: self) else {
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

    /// `Kit/Ratio.swift:3: Fatal error: …` → the line of the only source of that name, if need be below that module.
    private func trapPlace(_ line: String) -> Incident.SourceLocation? {
        guard
            let match = line.firstMatch(
                of:
                    /(?:^|\s)(\w+)\/([^\/:]+\.swift):(\d+): (?:Fatal error|Precondition failed|Assertion failed)/
            ),
            let number = Int(match.3)
        else { return nil }
        let named = sources.filter { $0.path == match.2 || $0.path.hasSuffix("/" + match.2) }
        let below = named.filter { $0.path.split(separator: "/").contains(match.1) }
        guard let file = named.count == 1 ? named[0] : below.count == 1 ? below[0] : nil else { return nil }
        return Incident.SourceLocation(file: file.path, line: number)
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
