import Foundation
package import Incident
package import Scoreboard

/// The folder of a run: every trial is on the disk before the next one starts.
///
///     plan.json                              what makes two calls the same run
///     trials/<domain>-<case>-<n>.json        one a trial
///     incidents/<domain>/<case>-<n>/…        what the healer wrote
///     bench.json, …                          the whole, when the run ends
package struct TrialStore: Sendable {
    /// Trials can be put together when they agree in this.
    package struct Plan: Codable, Sendable, Equatable {
        package var toolVersion: String
        /// Of the lab's own program: what was built anew is measured anew.
        package var build: String
        package var healer: String
        /// Of the package's files.
        package var package: String
        /// Of the services' configuration; nil where none of somebody's own are tried.
        package var configuration: String?
        package var seed: UInt64
        package var budgetSeconds: Double
        package var engine: String?

        package init(
            toolVersion: String, build: String, healer: String, package: String,
            configuration: String? = nil, seed: UInt64, budgetSeconds: Double, engine: String?
        ) {
            self.toolVersion = toolVersion
            self.build = build
            self.healer = healer
            self.package = package
            self.configuration = configuration
            self.seed = seed
            self.budgetSeconds = budgetSeconds
            self.engine = engine
        }

        /// In words, what differs; nil where nothing does. A run without services fits every engine.
        func difference(from other: Plan) -> String? {
            if toolVersion != other.toolVersion { return "another version of the lab (\(other.toolVersion))" }
            if build != other.build { return "another build of the lab" }
            if healer != other.healer { return "another healer (\(other.healer))" }
            if configuration != other.configuration {
                return "another configuration, or the same before it changed"
            }
            if package != other.package { return "another package, or the same before it changed" }
            if seed != other.seed { return "another seed (\(other.seed))" }
            if budgetSeconds != other.budgetSeconds { return "another budget (\(other.budgetSeconds) s)" }
            if let engine, let before = other.engine, engine != before { return "another engine (\(before))" }
            return nil
        }
    }

    package let folder: String

    /// Opens the folder for a plan.
    ///
    /// - Parameter isFresh: begins anew, whatever lies there.
    /// - Throws: `LabError` with `.usage` when the folder holds a run of another plan.
    package init(folder: String, plan: Plan, isFresh: Bool) throws {
        self.folder = folder
        var plan = plan
        let file = folder + "/" + Self.plan
        if isFresh { try removeRun() }
        if let data = FileManager.default.contents(atPath: file),
            let known = try? CanonicalJSON.decode(Plan.self, from: data)
        {
            if let difference = plan.difference(from: known) {
                throw LabError(
                    .usage, "--output \(folder): it holds a run with \(difference).",
                    hint: "Give --fresh to begin anew, or another --output.")
            }
            plan.engine = plan.engine ?? known.engine
        }
        try write([.init(Self.plan, try CanonicalJSON.encode(plan))])
    }

    private static let plan = "plan.json"

    /// Every trial that is there.
    package func trials() -> [Trial] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/trials")) ?? []
        return names.sorted().compactMap { name in
            FileManager.default.contents(atPath: folder + "/trials/" + name)
                .flatMap { try? CanonicalJSON.decode(Trial.self, from: $0) }
        }
    }

    /// Writes what the healer left, then the trial; returns the trial with the place of its report.
    package func keep(_ played: PlayedTrial) throws -> Trial {
        var trial = played.trial
        let name = "\(trial.caseID)-\(trial.repetition)"
        let incident = "incidents/\(trial.domain.rawValue)/\(name)"
        try? FileManager.default.removeItem(atPath: folder + "/" + incident)
        if !played.files.isEmpty {
            try ArtifactWriter(directory: folder + "/" + incident).write(played.files)
            trial.incident = played.report.map { incident + "/" + $0 }
        }
        try write([.init("trials/\(trial.domain.rawValue)-\(name).json", try CanonicalJSON.encode(trial))])
        return trial
    }

    package func write(_ files: [ArtifactWriter.File]) throws {
        try ArtifactWriter(directory: folder).write(files)
    }

    /// Removes what a run wrote, and nothing else that may lie in the folder.
    private func removeRun() throws {
        for name in [Self.plan, "trials", "incidents", BenchRun.fileName] {
            let path = folder + "/" + name
            guard FileManager.default.fileExists(atPath: path) else { continue }
            do {
                try FileManager.default.removeItem(atPath: path)
            } catch {
                throw LabError(.cannotWrite, "--fresh: \(path) cannot be removed.", underlying: error)
            }
        }
    }
}
