import Incident

/// JUnit XML: the package's failing tests as they are without the patch, and the heal as a case of its own.
enum HealJUnit {
    static func text(of heal: HealFindings) -> String {
        let data = heal.report.data
        let failing = data.verification.testsBefore?.failing ?? []
        // Without a list of tests something went wrong before them: they could not be built.
        let isUnbuilt = data.verification.testsBefore == nil && data.verdict != .nothingToHeal
        let isWell = data.verdict == .healed || data.verdict == .nothingToHeal
        let healing: [Int] = isWell ? [1, 0, 0] : [1, 1, 0]
        let tests = [failing.count + (isUnbuilt ? 1 : 0), failing.count, isUnbuilt ? 1 : 0]
        var xml = XML()
        xml.element(
            "testsuites",
            [("name", Visible.line("lab heal of \(heal.report.subject)"))]
                + counts(zip(tests, healing).map { $0 + $1 })
        ) { xml in
            xml.element("testsuite", [("name", "tests before the heal")] + counts(tests)) { xml in
                if isUnbuilt {
                    xml.element("testcase", [("name", "build"), ("classname", "build")]) { xml in
                        xml.element(
                            "error", [("type", "build"), ("message", Visible.line(data.summary))],
                            text: explanation(of: heal))
                    }
                }
                for name in failing { write(name, of: heal, to: &xml) }
            }
            xml.element("testsuite", [("name", "heal")] + counts(healing)) { xml in
                let attributes = [("name", "verdict: \(data.verdict.label)"), ("classname", "lab heal")]
                if isWell {
                    xml.element("testcase", attributes) { xml in
                        xml.element("system-out", [], text: Visible.lines("\(heal.outcome)\n\(heal.diff)"))
                    }
                } else {
                    xml.element("testcase", attributes) { xml in
                        xml.element(
                            "failure",
                            [("type", data.verdict.rawValue), ("message", Visible.line(data.summary))],
                            text: explanation(of: heal))
                    }
                }
            }
        }
        return xml.text
    }

    private static func write(_ name: String, of heal: HealFindings, to xml: inout XML) {
        // "KitTests.RatioTests/nothing()": the suite, then the test.
        let parts = name.split(separator: "/", maxSplits: 1)
        let suite = parts.count == 2 ? String(parts[0]) : heal.report.subject
        let attributes = [
            ("name", Visible.line(String(parts.last ?? ""))), ("classname", Visible.line(suite)),
        ]
        xml.element("testcase", attributes) { xml in
            let type = heal.findings.first?.failureClass ?? "failure"
            xml.element(
                "failure", [("type", type), ("message", Visible.line(heal.outcome))],
                text: explanation(of: heal))
        }
    }

    private static func explanation(of heal: HealFindings) -> String {
        Visible.lines(heal.findings.map(\.message).joined(separator: "\n"))
    }

    /// Tests, failures, errors.
    private static func counts(_ numbers: [Int]) -> [(String, String)] {
        zip(["tests", "failures", "errors"], numbers).map { ($0, "\($1)") } + [("skipped", "0")]
    }
}
