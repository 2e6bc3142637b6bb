import Foundation
import Incident
import Scoreboard
import Testing

/// `bench.json` as its schema says.
@Suite struct BenchSchemaTests {
    private let validator: SchemaValidator

    init() throws { validator = try SchemaValidator(Repository.data("docs/schemas/bench-v1.schema.json")) }

    private func record() throws -> Data {
        let fault = BenchCase(
            id: "zero_division", domain: .code, expected: .healed, failureClass: "zero_division",
            summary: "Drops a check")
        let control = BenchCase(
            id: "no_fault", domain: .container, expected: .leftAlone, failureClass: nil, summary: "Control")
        let own = BenchCase(
            id: "shop.db-1.hang", domain: .container, expected: .healed, failureClass: "unresponsive",
            summary: "On a service of the user's own")
        return try CanonicalJSON.encode(
            BenchRun(
                toolVersion: "0.1.0", healer: "healing-lab", package: "LabApp", engine: "docker", seed: 1,
                repetitions: 2, budgetSeconds: 600, cases: [fault, control, own],
                trials: [
                    Trial(
                        of: fault, repetition: 1, outcome: .healed, detail: "a", detected: true,
                        diagnosed: true, claimed: true, regressionProved: true, candidatesTried: 3,
                        times: .init(detect: 1, diagnose: 2, recover: 3), milliseconds: 4,
                        incident: "incidents/code/zero_division-1/incident_report.json"),
                    Trial(of: control, repetition: 1, outcome: .leftAlone, detail: "b"),
                ]))
    }

    @Test func a_record_fits_the_schema() throws {
        let problems = try validator.problems(in: record())
        #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    }

    @Test(arguments: [
        ("\"healed\"", "\"cured\""), ("\"schema_version\" : 1", "\"schema_version\" : 2"),
        ("\"p95\"", "\"p94\""), ("\"claimed\" : true", "\"claimed\" : null"),
        ("\"shop.db-1.hang\"", "\"shop/hang\""),
    ])
    func the_schema_refuses_a_record_that_is_wrong(_ from: String, _ to: String) throws {
        let text = String(decoding: try record(), as: UTF8.self)
        let wrong = text.replacingOccurrences(of: from, with: to)
        #expect(wrong != text)
        #expect(try !validator.problems(in: Data(wrong.utf8)).isEmpty)
    }

    @Test func every_outcome_and_reason_is_in_the_schema_and_in_the_docs() throws {
        let schema = try Repository.text("docs/schemas/bench-v1.schema.json")
        let page = try Repository.text("docs/bench.md")
        for word in Trial.Outcome.allCases.map(\.rawValue) + OracleReason.allCases.map(\.rawValue) {
            #expect(schema.contains("\"\(word)\""), "\(word)")
            #expect(page.contains("`\(word)`"), "\(word)")
        }
    }
}
