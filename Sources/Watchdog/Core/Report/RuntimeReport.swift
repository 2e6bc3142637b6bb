import Foundation
package import Incident

/// Makes the incident report of a watched service.
package struct RuntimeReport {
    private let closed: ClosedIncident
    private let engine: EngineKind
    private let configuration: String?
    private let style: ReportStyle

    package init(
        _ closed: ClosedIncident, engine: EngineKind, configuration: String?, style: ReportStyle
    ) {
        self.closed = closed
        self.engine = engine
        self.configuration = configuration
        self.style = style
    }

    /// - Parameters:
    ///   - fault: what was injected, where somebody did.
    ///   - before: steps of a demo that came before the watch.
    package func make(
        fault: IncidentData.Fault? = nil, before: [(step: String, detail: String)] = [],
        artifacts: [IncidentData.Artifact] = []
    ) -> IncidentReport {
        let incident = closed.incident
        var timeline = Timeline(style: style)
        for step in before { timeline.add(step.step, "done", step.detail, nil) }
        tell(&timeline)
        let time = timeline.now(closed.closed)
        let verdict: Verdict =
            switch closed.ending {
            case .healed, .recovered: .healed
            case .escalated, .superseded: .notHealed
            }
        let id: String =
            if case .reproducible = style {
                String(
                    Digest.sha256("\(closed.service) \(fault?.id ?? "") \(closed.ending) \(incident.cause)")
                        .prefix(16))
            } else {
                incident.id
            }
        return IncidentReport(
            id: id, source: "/healing-lab/runtime/\(closed.service)", subject: closed.service,
            time: time,
            data: IncidentData(
                verdict: verdict, domain: .container, summary: summary,
                patient: .init(
                    name: closed.service, kind: "container", baseline: name(incident.imageBefore),
                    broken: name(incident.imageBefore)),
                fault: fault, diagnoses: [diagnosis], remedy: remedy, regressionTest: nil,
                verification: .init(testsBefore: nil, testsAfter: nil), timeline: timeline.steps,
                artifacts: artifacts, runtime: runtime))
    }

    // MARK: - Words

    private var remedy: IncidentData.Remedy {
        switch closed.ending {
        case .healed(.restart):
            .init(
                kind: .restart, fixer: "restart", rationale: "Restarted; it passes its probes again.",
                candidatesTried: attempts)
        case .healed(.rollback):
            .init(
                kind: .rollback, fixer: "rollback",
                rationale: "Put back to the known-good image \(name(closed.incident.imageAfter)).",
                candidatesTried: attempts)
        case .recovered, .escalated, .superseded:
            .init(kind: .none, candidatesTried: attempts)
        }
    }

    private var attempts: Int {
        Set(
            closed.incident.actions.filter { $0.step == .restart || $0.step == .rollback }.map {
                "\($0.step.rawValue) \($0.attempt)"
            }
        ).count
    }

    private var summary: String {
        let what = "\(closed.service) \(failure.words)"
        return switch closed.ending {
        case .healed(.restart): "\(what); a restart healed it."
        case .healed(.rollback):
            "\(what); it was rolled back to \(name(closed.incident.imageAfter)) and is healthy again."
        case .recovered: "\(what) and recovered before anything was done."
        case .escalated(let reason): "\(what) and needs a person: \(Self.words(reason))."
        case .superseded(let reason): "\(what); \(Self.words(reason)), so the watchdog stepped back."
        }
    }

    private static func words(_ reason: EscalationReason) -> String {
        switch reason {
        case .budgetExhausted: "the restart budget is used up"
        case .rollbackDidNotHelp: "the known-good image fails too"
        case .rollbackFailed: "the rollback could not be carried out, and the old container was put back"
        }
    }

    private static func words(_ reason: Ending.Supersession) -> String {
        switch reason {
        case .deploy: "somebody deployed"
        case .manualStop: "somebody stopped it"
        case .dependencyDown: "a service it depends on is down"
        case .absent: "its container was removed"
        }
    }

    private var failure: (failureClass: FailureClass, words: String) {
        switch closed.incident.cause {
        case .failing:
            let isSilent = failing.contains { $0.detail.hasPrefix("no answer") }
            return isSilent
                ? (.unresponsive, "stopped answering") : (.unhealthy, "failed its probes")
        case .flapping: return (.flapping, "kept failing and recovering")
        case .exited: return (.crashed, "ended by itself")
        case .oomKilled: return (.memoryExhaustion, "was killed for its memory")
        case .neverHealthy: return (.neverReady, "never became healthy")
        case .requested: return (.unknown, "was to be rolled back by hand")
        }
    }

    /// The failed looks that led to the incident.
    private var failing: [OpenIncident.ProbeNote] {
        let before = closed.incident.probes.filter { $0.first.boot <= closed.incident.opened.boot }
        switch closed.incident.cause {
        case .failing, .neverHealthy: return before.suffix(while: { $0.outcome != .passed })
        case .flapping:
            // What failed before it was ever up belongs to its start.
            return before.drop { $0.outcome != .passed }.filter { $0.outcome == .failed }
        case .exited, .oomKilled, .requested: return []
        }
    }

    private var diagnosis: IncidentData.Diagnosis {
        var evidence: [String] = []
        for note in failing {
            let line = "probe \(note.outcome.rawValue): \(note.detail)"
            if !evidence.contains(line) { evidence.append(line) }
        }
        if closed.incident.cause == .exited { evidence.append("the engine says that the program ended") }
        if closed.incident.cause == .oomKilled {
            evidence.append("the engine says that the program was killed for its memory")
        }
        return .init(
            failureClass: failure.failureClass.rawValue,
            signature: "watchdog.\(closed.incident.cause.rawValue)", location: nil, confidence: "high",
            evidence: evidence)
    }

    // MARK: - Timeline

    private func tell(_ timeline: inout Timeline) {
        let incident = closed.incident
        timeline.add(
            "detect", "failed", "\(failure.failureClass.rawValue) (\(incident.cause.rawValue))",
            incident.opened)
        for action in actions {
            let isDone = action.result == "done"
            timeline.add(
                action.step == "restart" ? "restart" : "rollback", isDone ? "done" : "failed",
                action.request + (isDone ? "" : ": \(action.result)"), closed.incident.opened, action.time)
        }
        switch closed.ending {
        case .healed(let rung):
            timeline.add("verify", "passed", "healthy after the \(rung.rawValue)", closed.closed)
        case .recovered: timeline.add("verify", "passed", "healthy by itself", closed.closed)
        case .escalated(let reason): timeline.add("escalate", "failed", reason.rawValue, closed.closed)
        case .superseded(let reason): timeline.add("hand_over", "skipped", reason.rawValue, closed.closed)
        }
    }

    /// Steps with times: the wall's, or one second a step.
    private struct Timeline {
        let style: ReportStyle
        var clock = LogicalClock()
        var steps: [IncidentData.Step] = []

        init(style: ReportStyle) { self.style = style }

        /// - Parameter time: as it stands in the report already; else the moment's.
        mutating func add(
            _ step: String, _ outcome: String, _ detail: String, _ moment: Moment?, _ time: String? = nil
        ) {
            steps.append(.init(step: step, outcome: outcome, detail: detail, time: time ?? now(moment)))
        }

        mutating func now(_ moment: Moment?) -> String {
            if case .live = style, let moment { return RuntimeReport.text(moment) }
            return clock.next()
        }
    }

    static func text(_ moment: Moment) -> String {
        Date(timeIntervalSince1970: Double(moment.wall / 1000)).formatted(.iso8601)
    }

    // MARK: - Runtime data

    private var runtime: RuntimeData {
        let incident = closed.incident
        let isLive = if case .live = style { true } else { false }
        return RuntimeData(
            engine: engine.rawValue, service: closed.service, container: closed.container,
            probes: isLive
                ? incident.probes.map {
                    .init(
                        outcome: $0.outcome.rawValue, detail: $0.detail, count: $0.count,
                        time: Self.text($0.first))
                } : distinctFailing,
            actions: actions,
            imageBefore: .init(
                reference: isLive ? incident.reference : "", digest: name(incident.imageBefore)),
            imageAfter: .init(reference: isLive ? incident.reference : "", digest: name(incident.imageAfter)),
            restartBudget: closed.budgetLimit, restartBudgetLeft: closed.budgetLeft,
            // Engines differ in what they keep of it.
            logTail: isLive ? incident.logTail : [], configuration: configuration,
            timeToDetect: isLive ? Self.milliseconds(incident.firstFailure, incident.opened) : nil,
            timeToRecover: isLive ? Self.milliseconds(incident.firstFailure, closed.closed) : nil)
    }

    private var distinctFailing: [RuntimeData.Probe] {
        var seen: [RuntimeData.Probe] = []
        for note in failing {
            let probe = RuntimeData.Probe(
                outcome: note.outcome.rawValue, detail: note.detail, count: nil, time: nil)
            if !seen.contains(where: { $0.outcome == probe.outcome && $0.detail == probe.detail }) {
                seen.append(probe)
            }
        }
        return seen
    }

    /// Every call; in a reproducible report one line a rung, since engines get there by different calls.
    private var actions: [RuntimeData.Action] {
        guard case .reproducible = style else {
            return closed.incident.actions.map { action in
                .init(
                    step: action.step.rawValue, attempt: action.attempt, request: request(action.call),
                    result: action.result ?? "unknown", time: Self.text(action.intended),
                    milliseconds: action.ended.map { Self.milliseconds(action.intended, $0) })
            }
        }
        var rungs: [RuntimeData.Action] = []
        for action in closed.incident.actions where action.step == .restart || action.step == .rollback {
            let rung = RuntimeData.Action(
                step: action.step.rawValue, attempt: action.attempt,
                request: action.step == .restart
                    ? "restart \(closed.container)" : "roll back to \(name(closed.incident.imageAfter))",
                result: "done", time: nil, milliseconds: nil)
            let isKnown = rungs.contains { $0.step == rung.step && $0.attempt == rung.attempt }
            if !isKnown { rungs.append(rung) }
        }
        return rungs
    }

    package static func milliseconds(_ from: Moment, _ to: Moment) -> Int {
        max(0, Int(from.boot.duration(to: to.boot).wholeNanoseconds / 1_000_000))
    }

    private func request(_ call: EngineCall) -> String {
        func container(_ id: String) -> String { "container \(id.prefix(12))" }
        return switch call {
        case .survey: "survey"
        case .logs(let id, _): "logs of \(container(id))"
        case .start(let id): "start \(container(id))"
        case .stop(let id, _): "stop \(container(id))"
        case .restart(let id, _): "restart \(container(id))"
        case .create(let name, let like, let image, _):
            "create \(name) like \(container(like)) from \(image)"
        case .rename(let id, let name): "rename \(container(id)) to \(name)"
        case .remove(let id): "remove \(container(id))"
        case .tag(let image, let reference): "tag \(image) as \(reference)"
        case .setImage(let id, let image): "set the image of \(container(id)) to \(image)"
        }
    }

    private func name(_ text: String) -> String {
        guard case .reproducible(let names) = style else { return text }
        var text = text
        for (from, to) in names.sorted(by: { ($0.key.count, $0.key) > ($1.key.count, $1.key) })
        where !from.isEmpty {
            text = text.replacingOccurrences(of: from, with: to)
        }
        return text
    }
}

extension Array {
    /// The longest tail of which every element holds.
    fileprivate func suffix(while holds: (Element) -> Bool) -> [Element] {
        var start = endIndex
        while start > startIndex, holds(self[start - 1]) { start -= 1 }
        return Array(self[start...])
    }
}
