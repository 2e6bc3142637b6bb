import Fixers
import Incident
import SourceEdit
import Workspace

extension HealRun {
    /// Of the plausible patches, how many are applied for real before the search counts as fruitless.
    private static let verified = 4

    /// Searches where no fixer helps, and applies what it finds for real.
    ///
    /// - Returns: the healed commit; nil when nothing was found or there is nothing to search in.
    func searchAndVerify(
        _ diagnoses: [Diagnosis], _ observed: Observation, _ patient: PatientSource, from commit: String,
        of package: PackageDescription
    ) async throws -> String? {
        guard let library = options.searchLibrary, observed.tests != nil else { return nil }
        let found = try await timeline.step(.search) {
            () -> (SearchOutcome, StepOutcome, String) in
            try await workspace.checkout(commit)
            var limits = RepairSearch.Limits()
            limits.time = options.searchLimit
            let search = RepairSearch(
                workspace: workspace, patient: patient, before: observed, diagnoses: diagnoses,
                library: library, package: package, limits: limits,
                servers: ForkPool.usualSize, emit: emit)
            let outcome = try await search.run()
            searchDurations = outcome.durations
            candidatesTried += outcome.figures.run
            if let obstacle = outcome.obstacle { return (outcome, .failed, obstacle) }
            let figures = outcome.figures
            let count = "\(figures.generated) candidates, \(figures.compiled) compile"
            if outcome.plausible.isEmpty {
                let why =
                    outcome.avoiding > 0
                    ? "the \(outcome.avoiding) that pass the tests keep away from code that passing tests ran"
                    : "none passes the tests"
                return (outcome, .failed, "\(count), \(why)")
            }
            return (outcome, .done, "\(count), \(figures.plausible) pass all tests")
        }
        var figures = found.figures
        figures.patches = found.plausible.prefix(20).map { candidate in
            let first = candidate.mutations[0]
            return IncidentData.Search.Patch(
                operators: candidate.operators,
                summary: candidate.mutations.map(\.summary).joined(separator: "; "),
                file: first.path, line: first.line, removes: candidate.removes)
        }
        search = figures
        for (index, plausible) in found.plausible.prefix(Self.verified).enumerated() {
            let candidate = plausible.candidate
            var healing = commit
            let verified = try await timeline.step(.verify) {
                try await workspace.checkout(commit)
                guard let files = patient.texts(after: candidate) else {
                    throw LabError(.software, "A plausible patch does not apply.")
                }
                try await workspace.write(files: files)
                healing = try await workspace.commit(message: "healed", step: 2)
                let observed = try await look()
                return (observed, observed.isGreen ? .passed : .failed, observed.line)
            }
            after = verified
            guard verified.isGreen else { continue }
            accepted.append(candidate)
            search?.rank = index + 1
            turned = found.turned[plausible.numbers]
            return healing
        }
        return nil
    }
}
