import ArgumentParser
import Foundation
import Healing
import Incident
import RuntimeHealing

/// `lab report`.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Reads incident reports and checks them against their artifacts.",
        discussion: """
            Every digest in a report is compared with the file it names. A report that does not hold up ends the \
            command with exit code 65.
            """)

    @Argument(
        help: ArgumentHelp("A directory that holds reports, at any depth, or one report.", valueName: "dir"))
    var path: String = "artifacts"

    @Flag(help: "Print JSON.")
    var json = false

    private struct Row: Encodable {
        var report: String
        var verdict: String
        var subject: String
        @Nullable var fault: String?
        @Nullable var failureClass: String?
        @Nullable var place: String?
        @Nullable var fixer: String?
        /// What does not hold up, empty when all does.
        var problems: [String]

        enum CodingKeys: String, CodingKey {
            case report, verdict, subject, fault, place, fixer, problems
            case failureClass = "class"
        }
    }

    func run() throws {
        let rows = try files().map { try row($0) }
        if json {
            Console.result(try CanonicalJSON.encode(rows))
        } else {
            for row in rows {
                let colour = row.verdict == Verdict.healed.rawValue
                let verdict = row.verdict.painted(colour ? .good : .bad, bold: true)
                let place = row.place.map { " at \($0)" } ?? ""
                let fixer = row.fixer.map { ", mended by \($0)" } ?? ""
                Console.result(
                    "\(verdict)  \(row.subject): \(row.failureClass ?? "no failure")\(place)\(fixer)  \(row.report.painted(.faint))"
                )
                for problem in row.problems { Console.result("  " + problem.painted(.bad)) }
            }
        }
        let bad = rows.filter { !$0.problems.isEmpty }
        guard bad.isEmpty else {
            throw LabError(.badInput, "\(bad.count) of \(rows.count) reports do not hold up.")
        }
        if !json { Console.note("\(rows.count) reports hold up: every artifact is as its report says.") }
    }

    private func files() throws -> [String] {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw LabError(.badInput, "\(path): there is no such file or directory.")
        }
        guard isDirectory.boolValue else { return [path] }
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        let reports = [ArtifactName.report, RuntimeDemoRecord.reportName]
        let found = names.filter { reports.contains($0.split(separator: "/").last.map(String.init) ?? "") }
            .sorted()
        guard !found.isEmpty else {
            throw LabError(.badInput, "\(path) holds no \(ArtifactName.report).")
        }
        return found.map { path + "/" + $0 }
    }

    private func row(_ file: String) throws -> Row {
        let report: IncidentReport
        do {
            guard let data = FileManager.default.contents(atPath: file) else {
                throw CocoaError(.fileReadUnknown)
            }
            report = try CanonicalJSON.decode(IncidentReport.self, from: data)
        } catch {
            throw LabError(.badInput, "\(file) is no incident report.", underlying: error)
        }
        let data = report.data
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        var problems: [String] = []
        for artifact in data.artifacts {
            guard
                let bytes = FileManager.default.contents(
                    atPath: folder.appendingPathComponent(artifact.name).path)
            else {
                problems.append("\(artifact.name) is missing")
                continue
            }
            if Digest.sha256(bytes) != artifact.sha256 {
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
        return Row(
            report: file, verdict: data.verdict.rawValue, subject: report.subject, fault: data.fault?.id,
            failureClass: data.diagnosis?.failureClass,
            place: data.diagnosis?.location.map { "\($0.file):\($0.line)" }, fixer: data.remedy?.fixer,
            problems: problems)
    }
}
