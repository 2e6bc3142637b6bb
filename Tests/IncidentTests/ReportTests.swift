import Foundation
import Incident
import Testing

@Suite struct ReportTests {
    private let validator: SchemaValidator

    init() throws { validator = try SchemaValidator(Repository.data("docs/schemas/incident-v1.schema.json")) }

    private var report: IncidentReport {
        IncidentReport(
            id: "0123456789abcdef", source: "/healing-lab/code", subject: "Kit", time: LogicalClock.text(3),
            data: IncidentData(
                verdict: .notHealed, domain: .code, summary: "x",
                patient: .init(name: "Kit", kind: "swift_package", baseline: hex, broken: hex), fault: nil,
                diagnoses: [], remedy: nil, regressionTest: nil,
                verification: .init(testsBefore: nil, testsAfter: nil), timeline: [], artifacts: []))
    }

    private let hex = String(repeating: "a", count: 40)

    @Test func committed_reports_fit_the_schema_and_their_artifacts() throws {
        let reports = try Repository.reports()
        #expect(!reports.isEmpty)
        for path in reports {
            let problems = try validator.problems(in: Repository.data(path))
            #expect(problems.isEmpty, "\(path): \(problems)")
            let report = try CanonicalJSON.decode(IncidentReport.self, from: Repository.data(path))
            for artifact in report.data.artifacts {
                let folder = path.dropLast("incident_report.json".count)
                #expect(
                    Digest.sha256(try Repository.data(folder + artifact.name)) == artifact.sha256, "\(path)")
            }
        }
    }

    @Test func committed_diagnoses_name_the_class_and_the_place_of_the_fault() throws {
        for path in try Repository.reports() {
            let data = try CanonicalJSON.decode(IncidentReport.self, from: Repository.data(path)).data
            guard let fault = data.fault else { continue }
            let location = try #require(data.diagnosis?.location, "\(path)")
            #expect(data.verdict == .healed, "\(path)")
            #expect(
                data.regressionTest?.failedBefore == true && data.regressionTest?.passedAfter == true,
                "\(path)")
            // A fault of logic shows wherever its wrong answer is noticed; the patch has to be where the fault is.
            if fault.failureClass == "assertion_failure" {
                #expect(data.remedy?.files.contains(fault.file) == true, "\(path)")
                continue
            }
            #expect(data.diagnosis?.failureClass == fault.failureClass, "\(path)")
            #expect(location.file == fault.file, "\(path)")
            let lines = try #require(fault.symptomLines.first)...(#require(fault.symptomLines.last))
            #expect(lines.contains(location.line), "\(path): \(location.line) is not in \(lines)")
        }
    }

    @Test func committed_runtime_reports_fit_the_schema_and_name_the_class_of_the_fault() throws {
        let reports = try Repository.runtimeReports()
        #expect(reports.count == 13)
        for path in reports {
            #expect(try validator.problems(in: Repository.data(path)) == [], "\(path)")
            let data = try CanonicalJSON.decode(IncidentReport.self, from: Repository.data(path)).data
            let folder = path.dropLast("runtime_incident_report.json".count)
            for artifact in data.artifacts {
                #expect(
                    Digest.sha256(try Repository.data(folder + artifact.name)) == artifact.sha256, "\(path)")
            }
            let runtime = try #require(data.runtime, "\(path)")
            if data.verdict == .nothingToHeal {
                #expect(runtime.actions.isEmpty, "\(path): a control was acted on")
            } else {
                #expect(data.diagnosis?.failureClass == data.fault?.failureClass, "\(path)")
            }
        }
    }

    @Test func a_report_without_a_failure_writes_null_for_what_it_lacks() throws {
        let data = try CanonicalJSON.encode(report)
        #expect(try validator.problems(in: data) == [])
        let text = String(decoding: data, as: UTF8.self)
        for field in ["fault", "diagnosis", "remedy", "regression_test", "tests_before"] {
            #expect(text.contains("\"\(field)\" : null"), "\(field)")
        }
    }

    @Test func encoding_a_decoded_report_gives_the_same_bytes() throws {
        for path in try Repository.reports() + Repository.runtimeReports() {
            let data = try Repository.data(path)
            #expect(
                try CanonicalJSON.encode(CanonicalJSON.decode(IncidentReport.self, from: data)) == data,
                "\(path)")
        }
    }

    @Test(arguments: [
        ("\"verdict\" : \"not_healed\"", "\"verdict\" : \"cured\""), ("\"specversion\"", "\"version\""),
        ("0123456789abcdef", "no digest"), ("\"timeline\" : [", "\"timeline\" : [1"),
        ("\"summary\" : \"x\"", "\"summary\" : 1"),
    ])
    func the_schema_refuses_a_report_that_is_wrong(_ from: String, _ to: String) throws {
        let text = String(decoding: try CanonicalJSON.encode(report), as: UTF8.self)
        let wrong = text.replacingOccurrences(of: from, with: to)
        #expect(wrong != text)
        #expect(try !validator.problems(in: Data(wrong.utf8)).isEmpty)
    }

    @Test func every_verdict_of_the_code_is_in_the_schema_and_in_the_docs() throws {
        let schema = try Repository.text("docs/schemas/incident-v1.schema.json")
        let page = try Repository.text("docs/report-fields.md")
        for verdict in Verdict.allCases {
            #expect(schema.contains("\"\(verdict.rawValue)\""))
            #expect(page.contains("`\(verdict.rawValue)`"))
        }
    }

    @Test func every_exit_code_has_its_line_in_the_docs() throws {
        let page = try Repository.text("docs/exit-codes.md")
        for code in ExitCode.allCases {
            #expect(page.contains("| \(code.rawValue) | `\(code)` |"), "\(code)")
        }
        #expect(page.split(separator: "\n").count { $0.contains("| `") } == ExitCode.allCases.count)
    }
}
