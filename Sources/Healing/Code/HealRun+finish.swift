import Fixers
import Foundation
import Incident
import Injector
import SourceEdit
import Workspace

/// Names of the artifacts of code healing.
package enum ArtifactName {
    package static let before = "pre_heal_test_output.txt"
    package static let patch = "healing_patch.diff"
    package static let regression = "regression_test.diff"
    package static let after = "post_heal_test_output.txt"
    package static let report = "incident_report.json"
    package static let timings = "timings.json"
    package static let all = [before, patch, regression, after, report]
}

extension HealRun {
    /// Writes the run up.
    func finish() async throws -> HealRecord {
        let start = ContinuousClock.now
        emit(.stepStarted(.report))
        let tree = await workspace.tree
        let normaliser = Normaliser(root: tree, build: workspace.directory + "/build")
        var artifacts: [ArtifactWriter.File] = []
        if let before { artifacts.append(.init(ArtifactName.before, Self.text(of: before, normaliser))) }
        var changes: [HealRecord.Change] = []
        if verdict == .healed, let healed, let proven {
            let patch = try await workspace.diff(from: broken, to: healed, pathPrefix: options.pathPrefix)
            let test = try await workspace.diff(from: healed, to: proven, pathPrefix: options.pathPrefix)
            artifacts.append(.init(ArtifactName.patch, patch))
            artifacts.append(.init(ArtifactName.regression, test))
            changes = try await self.changes(to: proven)
        }
        if let after, verdict == .healed {
            artifacts.append(.init(ArtifactName.after, Self.text(of: after, normaliser)))
        }
        timeline.record(.report, .done, "verdict \(verdict.rawValue)", since: start)
        let digests = artifacts.map { IncidentData.Artifact(name: $0.name, sha256: Digest.sha256($0.data)) }
        let report = IncidentReport(
            id: incidentID, source: "/healing-lab/code", subject: name,
            time: timeline.steps.last?.time ?? LogicalClock.text(0), data: data(normaliser, digests))
        artifacts.append(.init(ArtifactName.report, try CanonicalJSON.encode(report)))
        return HealRecord(
            report: report, artifacts: artifacts, raw: try raw(), changes: changes,
            durations: timeline.durations, searchRate: searchRate)
    }

    private var searchRate: Double? {
        guard let search else { return nil }
        let time = searchDurations.filter { $0.stage.hasPrefix("tests") }.reduce(0.0) {
            $0 + $1.duration / .seconds(1)
        }
        return time > 0 ? Double(search.run) / time : nil
    }

    private func data(_ normaliser: Normaliser, _ artifacts: [IncidentData.Artifact]) -> IncidentData {
        let isHealed = verdict == .healed
        let remedy: IncidentData.Remedy?
        if diagnoses.isEmpty {
            remedy = nil
        } else if isHealed, let first = accepted.first {
            remedy = IncidentData.Remedy(
                kind: search.map { $0.rank > 0 } == true ? .search : .patch, fixer: first.fixer,
                rationale: accepted.map(\.rationale).joined(separator: " "),
                files: Set(accepted.flatMap(\.edits).map(\.path)).sorted(), commit: healed,
                candidatesTried: candidatesTried, search: search)
        } else {
            remedy = IncidentData.Remedy(kind: .none, candidatesTried: candidatesTried, search: search)
        }
        let regression = proof.map {
            IncidentData.RegressionTest(file: $0.path, name: $0.suite, tests: $0.tests, commit: proven)
        }
        return IncidentData(
            verdict: verdict, domain: .code, summary: summary,
            patient: IncidentData.Patient(
                name: name, kind: "swift_package", baseline: baseline, broken: broken),
            fault: fault.map { site in
                IncidentData.Fault(
                    id: faultKind?.id ?? "", failureClass: faultKind?.failureClass.rawValue ?? "",
                    file: site.file,
                    line: site.line, function: site.function, summary: site.summary,
                    symptomLines: [site.symptom.lowerBound, site.symptom.upperBound])
            },
            diagnoses: diagnoses.map { IncidentData.Diagnosis($0, normaliser: normaliser) }, remedy: remedy,
            regressionTest: isHealed ? regression : nil,
            verification: IncidentData.Verification(
                testsBefore: before?.counts, testsAfter: after?.counts, scope: workspace.scope),
            timeline: timeline.steps, artifacts: artifacts)
    }

    /// What a heal changes in the patient as it came, a fault that was injected left out.
    private func changes(to commit: String) async throws -> [HealRecord.Change] {
        var paths = Set(accepted.flatMap(\.edits).map(\.path))
        if let proof { paths.insert(proof.path) }
        try await workspace.checkout(baseline)
        var before: [String: String] = [:]
        for path in paths { before[path] = try? await workspace.read(path) }
        try await workspace.checkout(commit)
        var changes: [HealRecord.Change] = []
        for path in paths.sorted() {
            changes.append(.init(path: path, before: before[path], after: try await workspace.read(path)))
        }
        return changes
    }

    /// The normalised output of a build that failed, or of the tests.
    private static func text(of observation: Observation, _ normaliser: Normaliser) -> String {
        guard let tests = observation.tests else {
            let lines = normaliser.normalise(observation.build.evidence.console).split(
                separator: "\n", omittingEmptySubsequences: false)
            // Progress of the build depends on what was built before.
            let kept = lines.filter {
                !$0.hasPrefix("[") && !$0.hasPrefix("Build") && !$0.hasPrefix("Compiling")
            }
            return Self.distinctBlocks(kept).joined(separator: "\n") + "\n"
        }
        var text = normaliser.normalise(tests.console)
        if !text.hasSuffix("\n") { text += "\n" }
        for evidence in tests.evidence {
            guard let crash = evidence.crash else { continue }
            text += "\n*** \(normaliser.normalise(crash.description)) ***\n"
            // Where a hang is interrupted differs from run to run; the diagnosis says where the loop is.
            if evidence.termination == .timedOut { continue }
            let frames = crash.frames.filter { $0.file?.hasPrefix(evidence.root ?? "/") ?? false }
            for (index, frame) in frames.prefix(12).enumerated() {
                text +=
                    "\(index)  \(frame.function) at \(normaliser.normalise(frame.file ?? "")):\(frame.line)\n"
            }
        }
        text += "\n\(observation.line)\n"
        return text
    }

    /// SwiftPM repeats a diagnostic for each job that meets it, in the order the jobs end.
    private static func distinctBlocks(_ lines: [Substring]) -> [String] {
        var blocks: [String] = []
        var current: [Substring] = []
        for line in lines {
            if line.contains(": error: ") || line.contains(": warning: ") || line.hasPrefix("error: ") {
                blocks.append(current.joined(separator: "\n"))
                current = []
            }
            current.append(line)
        }
        blocks.append(current.joined(separator: "\n"))
        var seen: Set<String> = []
        return blocks.filter {
            !$0.isEmpty && seen.insert($0).inserted && !$0.contains("emit-module command failed")
        }
        .sorted()
    }

    private func raw() throws -> [ArtifactWriter.File] {
        struct Timing: Encodable {
            var step: String
            var milliseconds: Int
        }
        var timings = timeline.durations.map {
            Timing(step: $0.step, milliseconds: Int($0.duration / .milliseconds(1)))
        }
        timings += searchDurations.map {
            Timing(step: "search: \($0.stage)", milliseconds: Int($0.duration / .milliseconds(1)))
        }
        var files = [ArtifactWriter.File(ArtifactName.timings, try CanonicalJSON.encode(timings))]
        for (title, observation) in [("before", before), ("after", after)] {
            guard let observation else { continue }
            files.append(.init("raw/\(title)_build.log", observation.build.evidence.console))
            if let tests = observation.tests { files.append(.init("raw/\(title)_tests.log", tests.console)) }
        }
        return files
    }
}
