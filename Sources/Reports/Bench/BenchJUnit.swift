import Incident
package import Scoreboard

/// JUnit XML: a suite a domain, a case a trial, failed where the healer did not do what is right.
package enum BenchJUnit {
    package static let fileName = "bench-junit.xml"

    package static func text(of run: BenchRun) -> String {
        var xml = XML()
        xml.element("testsuites", [("name", "bench of \(run.healer)")] + counts(run.trials)) { xml in
            for domain in run.domains {
                let trials = run.trials.filter { $0.domain == domain }
                xml.element("testsuite", [("name", domain.rawValue)] + counts(trials)) { xml in
                    for trial in trials { write(trial, to: &xml) }
                }
            }
        }
        return xml.text
    }

    private static func counts(_ trials: [Trial]) -> [(String, String)] {
        [
            ("tests", "\(trials.count)"),
            ("failures", "\(trials.count { $0.counts && !$0.isRight })"),
            ("errors", "\(trials.count { $0.outcome == .unviable })"),
            ("skipped", "\(trials.count { $0.outcome == .notApplicable })"),
            ("time", XML.seconds(trials.reduce(0) { $0 + $1.milliseconds })),
        ]
    }

    private static func write(_ trial: Trial, to xml: inout XML) {
        let attributes = [
            ("name", "\(trial.caseID) \(trial.repetition)"), ("classname", "bench.\(trial.domain.rawValue)"),
            ("time", XML.seconds(trial.milliseconds)),
        ]
        let outcome = trial.outcome.rawValue
        guard !trial.isRight else { return xml.element("testcase", attributes) }
        xml.element("testcase", attributes) { xml in
            let message = trial.reason?.words ?? outcome
            switch trial.outcome {
            case .notApplicable: xml.element("skipped", [("message", Visible.line(trial.detail))])
            case .unviable:
                xml.element(
                    "error", [("type", outcome), ("message", message)], text: Visible.lines(trial.detail))
            default:
                xml.element(
                    "failure", [("type", outcome), ("message", message)], text: Visible.lines(trial.detail))
            }
        }
    }
}
