import Incident
package import Workspace

/// Finds out which small changes of a package its tests notice, in a private copy.
///
///     copy ─► plan ─► one build ─► baseline: what reaches what ─► the tests that reach each mutant ─► record
///
/// The switches of the build note by themselves which of them a test asked, so that coverage needs no build of its own.
package struct MutationTester: Sendable {
    private let workspace: Workspace
    private let options: MutationOptions
    /// Path of `libForkServer.so`.
    private let library: String?
    private let emit: @Sendable (MutationEvent) -> Void

    package init(
        workspace: Workspace, options: MutationOptions, library: String?,
        emit: @escaping @Sendable (MutationEvent) -> Void
    ) {
        self.workspace = workspace
        self.options = options
        self.library = library
        self.emit = emit
    }

    /// The mutants, none of them judged.
    package func plan(package patient: String) async throws -> MutantPlan {
        try await workspace.load(patient: patient)
        let sources = try await PackageSources(workspace: workspace)
        return try MutantPlanner(sources: sources, filter: options.filter).plan()
    }

    /// Judges them.
    ///
    /// A run whose task is cancelled has an outcome, with pending mutants. Throws `LabError`: `testsFail` when the tests
    /// do not pass without any mutant, `noSite` when there is no mutant, `badInput` when the package does not build.
    package func run(package patient: String, name: String) async throws -> MutationOutcome {
        let run = MutationRun(
            workspace: workspace, options: options, library: library, emit: emit, name: name)
        return try await run.run(patient)
    }
}
