import Incident

/// JUnit XML: a suite a file, a case a mutant, failed where the tests missed it.
enum MutationJUnit {
    static func text(of record: MutationRecord) -> String {
        var xml = XML()
        let all = record.mutants
        xml.element("testsuites", [("name", "mutants of \(record.package)")] + counts(all)) { xml in
            for (file, mutants) in record.byFile where !mutants.isEmpty {
                xml.element("testsuite", [("name", file.path)] + counts(mutants)) { xml in
                    for mutant in mutants { write(mutant, to: &xml) }
                }
            }
        }
        return xml.text
    }

    private static func counts(_ mutants: [Mutant]) -> [(String, String)] {
        let failures = mutants.count { $0.verdict.isUndetected }
        let judged = mutants.count { $0.verdict.isDetected } + failures
        return [
            ("tests", "\(mutants.count)"), ("failures", "\(failures)"), ("errors", "0"),
            ("skipped", "\(mutants.count - judged)"),
            ("time", XML.seconds(mutants.reduce(0) { $0 + $1.milliseconds })),
        ]
    }

    private static func write(_ mutant: Mutant, to xml: inout XML) {
        let place = "\(mutant.start.line):\(mutant.start.column)"
        let attributes = [
            ("name", Visible.line("\(place) \(mutant.operatorID): \(mutant.summary) [\(mutant.id)]")),
            ("classname", Visible.line(mutant.function)), ("file", mutant.path),
            ("line", "\(mutant.start.line)"), ("time", XML.seconds(mutant.milliseconds)),
        ]
        switch mutant.verdict {
        case .killed:
            xml.element("testcase", attributes)
        case .timedOut:
            xml.element("testcase", attributes) { xml in
                xml.element("system-out", [], text: "timed_out: counts as caught by the tests")
            }
        case .survived, .notCovered:
            xml.element("testcase", attributes) { xml in
                xml.element(
                    "failure",
                    [("type", mutant.verdict.rawValue), ("message", Visible.line(mutant.finding))],
                    text: Visible.lines(mutant.diff))
            }
        case .unviable, .skipped, .pending:
            let reason = mutant.reason.map { ": " + Visible.line($0) } ?? ""
            xml.element("testcase", attributes) { xml in
                xml.element("skipped", [("message", mutant.verdict.rawValue + reason)])
            }
        }
    }
}
