import Foundation
package import Incident
package import RuntimeFaults
import Watchdog

/// The answer to one provocation.
struct ProvocationAnswer: Sendable {
    var request: String
    var status: Int?
    var body: String?
}

/// Everything a runtime demo leaves behind.
package struct RuntimeDemoRecord: Sendable {
    package var report: IncidentReport
    /// The report last.
    package var artifacts: [ArtifactWriter.File]
    package var raw: [ArtifactWriter.File]
    /// Whether the watchdog did what is right for the fault.
    package var outcome: ExpectedOutcome?
    package var isAsExpected: Bool
    package var expected: ExpectedOutcome

    package static let reportName = "runtime_incident_report.json"
    package static let answerName = "runtime_simulation_response.json"
    package static let healthName = "runtime_post_heal_healthz.json"

    init(
        fault: any ContainerFault, engine: EngineInfo, closed: ClosedIncident?, log: DemoLog.Book,
        answers: [ProvocationAnswer], health: (status: Int, body: String)?, names: [String: String],
        finalState: ServiceStatus?
    ) throws {
        expected = fault.expected
        outcome = Self.outcome(closed, log: log)
        isAsExpected = outcome == fault.expected
        var files: [ArtifactWriter.File] = [
            .init(Self.answerName, try CanonicalJSON.encode(answers.map(Answer.init))),
            .init(
                Self.healthName,
                try CanonicalJSON.encode(
                    Answer(.init(request: "GET /healthz", status: health?.status, body: health?.body)))),
        ]
        let digests = files.map { IncidentData.Artifact(name: $0.name, sha256: Digest.sha256($0.data)) }
        let injected = IncidentData.Fault(
            id: fault.id, failureClass: fault.failureClass.rawValue, file: "", line: 0, function: "",
            summary: fault.summary, symptomLines: [])
        let before: [(String, String)] = [
            ("promote", "\(RuntimeDemo.goodReference) soaked and is known good"),
            ("run", "\(RuntimeDemo.newReference) is deployed as \(RuntimeDemo.reference)"),
            ("inject", fault.summary),
        ]
        if let closed {
            report = RuntimeReport(
                closed, engine: engine.kind, configuration: nil, style: .reproducible(names: names)
            ).make(fault: injected, before: before, artifacts: digests)
        } else {
            report = Self.quiet(
                fault: injected, before: before, engine: engine.kind, names: names, log: log,
                state: finalState, artifacts: digests)
        }
        files.append(.init(Self.reportName, try CanonicalJSON.encode(report)))
        artifacts = files
        var timings: [String: Int] = [:]
        if let closed {
            timings["time_to_detect_ms"] = RuntimeReport.milliseconds(
                closed.incident.firstFailure, closed.incident.opened)
            timings["time_to_recover_ms"] = RuntimeReport.milliseconds(
                closed.incident.firstFailure, closed.closed)
        }
        raw = [
            .init("timings.json", try CanonicalJSON.encode(timings)),
            .init("raw/watch.log", log.lines.joined(separator: "\n") + "\n"),
        ]
        if let closed { raw.append(.init("raw/incident.json", try CanonicalJSON.encode(closed))) }
    }

    private static func outcome(_ closed: ClosedIncident?, log: DemoLog.Book) -> ExpectedOutcome? {
        guard let closed else { return log.actions == 0 ? .untouched : nil }
        guard log.opened == 1 else { return nil }
        return switch closed.ending {
        case .healed(.restart): .healedByRestart
        case .healed(.rollback): .healedByRollback
        case .escalated: .escalated
        case .recovered, .superseded: nil
        }
    }

    /// A report of a run in which the watchdog found nothing to do.
    private static func quiet(
        fault: IncidentData.Fault, before: [(String, String)], engine: EngineKind, names: [String: String],
        log: DemoLog.Book, state: ServiceStatus?, artifacts: [IncidentData.Artifact]
    ) -> IncidentReport {
        var clock = LogicalClock()
        let service = RuntimeDemo.service
        let image = state?.image.map { names[$0] ?? $0 } ?? ""
        let reference = RuntimeData.Image(reference: "", digest: image)
        var steps = before.map {
            IncidentData.Step(step: $0.0, outcome: "done", detail: $0.1, time: clock.next())
        }
        let holds = (state?.holds ?? []).map(\.rawValue).joined(separator: ", ")
        steps.append(
            .init(
                step: "verify", outcome: log.actions == 0 ? "passed" : "failed",
                detail: holds.isEmpty ? "the service was left alone" : "the service was left alone: \(holds)",
                time: clock.next()))
        return IncidentReport(
            id: String(Digest.sha256("\(service) \(fault.id) quiet").prefix(16)),
            source: "/healing-lab/runtime/\(service)", subject: service, time: clock.next(),
            data: IncidentData(
                verdict: .nothingToHeal, domain: .container,
                summary: "\(service) needed no healing, and nothing was done to it.",
                patient: .init(name: service, kind: "container", baseline: image, broken: image),
                fault: fault,
                diagnoses: [], remedy: nil, regressionTest: nil,
                verification: .init(testsBefore: nil, testsAfter: nil), timeline: steps,
                artifacts: artifacts,
                runtime: RuntimeData(
                    engine: engine.rawValue, service: service, container: service, probes: [], actions: [],
                    imageBefore: reference, imageAfter: reference, restartBudget: state?.budgetLimit ?? 0,
                    restartBudgetLeft: state?.budgetLeft ?? 0, logTail: [], configuration: nil,
                    timeToDetect: nil, timeToRecover: nil)))
    }

    /// A request and its answer; a body that is JSON stays JSON.
    private struct Answer: Encodable {
        var request: String
        @Nullable var status: Int?
        @Nullable var body: [String: String]?
        @Nullable var text: String?

        init(_ answer: ProvocationAnswer) {
            request = answer.request
            status = answer.status
            let object = answer.body.flatMap {
                try? JSONDecoder().decode([String: String].self, from: Data($0.utf8))
            }
            body = object
            text = object == nil ? answer.body : nil
        }
    }
}
