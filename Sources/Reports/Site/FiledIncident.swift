package import Foundation
package import Incident

/// An incident report as it lies in a directory, with the files it names.
package struct FiledIncident: Sendable {
    package struct Artifact: Sendable {
        package var name: String
        package var sha256: String
        /// Nil where the file is not there.
        package var data: Data?

        package var isAsRecorded: Bool { data.map { Digest.sha256($0) == sha256 } ?? false }
        var text: String? { data.map { String(decoding: $0, as: UTF8.self) } }
    }

    /// Path of the report.
    package var file: String
    /// Path of its folder below the directory that was read; empty for the directory itself.
    package var folder: String
    package var report: IncidentReport
    package var artifacts: [Artifact]
    /// Wall-clock milliseconds of each step, in order, where the run left them beside the report.
    var timings: [Timing]

    struct Timing: Decodable {
        var step: String
        var milliseconds: Int
    }

    /// - Throws: `LabError` with `badInput` when the file is no report.
    package static func read(_ file: String, below directory: String) throws -> FiledIncident {
        let report: IncidentReport
        do {
            guard let data = FileManager.default.contents(atPath: file) else {
                throw CocoaError(.fileReadUnknown)
            }
            report = try CanonicalJSON.decode(IncidentReport.self, from: data)
        } catch {
            throw LabError(.badInput, "\(file) is no incident report.", underlying: error)
        }
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        let artifacts = report.data.artifacts.map { artifact in
            // A report is not trusted to name only what lies beside it.
            let isBeside = !artifact.name.contains("/") && artifact.name != ".."
            let path = folder.appendingPathComponent(artifact.name).path
            return Artifact(
                name: artifact.name, sha256: artifact.sha256,
                data: isBeside ? FileManager.default.contents(atPath: path) : nil)
        }
        let timings = FileManager.default.contents(atPath: folder.appendingPathComponent("timings.json").path)
            .flatMap { try? CanonicalJSON.decode([Timing].self, from: $0) }
        var name = folder.path
        let root = URL(fileURLWithPath: directory).path
        name = name.hasPrefix(root + "/") ? String(name.dropFirst(root.count + 1)) : ""
        return FiledIncident(
            file: file, folder: name, report: report, artifacts: artifacts, timings: timings ?? [])
    }

    func artifact(_ name: String) -> String? { artifacts.first { $0.name == name }?.text }

    /// What does not hold up in it, empty when all does.
    package var problems: [String] {
        let data = report.data
        var problems: [String] = []
        for artifact in artifacts {
            if artifact.data == nil {
                problems.append("\(artifact.name) is missing")
            } else if !artifact.isAsRecorded {
                problems.append("\(artifact.name) is not the file the report was written with")
            }
        }
        if data.verdict == .healed, data.domain == .container {
            if data.timeline.last.map({ $0.step == "verify" && $0.outcome == "passed" }) != true {
                problems.append("healed, but the service was not seen to be well at the end")
            }
        } else if data.verdict == .healed {
            if data.regressionTest.map({ $0.failedBefore && $0.passedAfter }) != true {
                problems.append("healed, but no regression test failed before and passed after")
            }
            if data.verification.testsAfter.map({ $0.failed == 0 && $0.passed > 0 }) != true {
                problems.append("healed, but the tests after it did not all pass")
            }
        }
        return problems
    }
}
