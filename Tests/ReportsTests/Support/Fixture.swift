import Foundation
import Incident

/// What the tests read.
enum Fixture {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let run = root.appendingPathComponent("Tests/ReportsTests/Fixtures/run")
    static let bench = root.appendingPathComponent("Tests/ReportsTests/Fixtures/bench")
    static let benchBefore = root.appendingPathComponent("Tests/ReportsTests/Fixtures/bench-before")

    /// Each verdict, and a hostile file with a line of a megabyte.
    static func record() throws -> MutationRecord {
        let text = try String(contentsOf: run.appendingPathComponent("mutation.json"), encoding: .utf8)
            .replacingOccurrences(
                of: String(repeating: "x", count: 5000), with: String(repeating: "x", count: 1_048_576))
        return try CanonicalJSON.decode(MutationRecord.self, from: Data(text.utf8))
    }
}

extension Fixture {
    /// A report of the demos, as it lies under `artifacts/`.
    static func artifact(_ folder: String) throws -> IncidentReport {
        let file = root.appendingPathComponent("artifacts/\(folder)/incident_report.json")
        return try CanonicalJSON.decode(IncidentReport.self, from: Data(contentsOf: file))
    }
}
