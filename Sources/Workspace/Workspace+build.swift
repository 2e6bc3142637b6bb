extension Workspace {
    /// Builds the copy with its tests, and makes sure that every edit was compiled.
    ///
    /// Sources, tests and dependencies are those of the tree now, committed or not. A `Package.resolved` that SwiftPM
    /// writes stays out of commits. Code that does not compile is a result, not an error. Throws `LabError` with code
    /// `unavailable` when there is no `swift`, and `CancellationError`.
    package func build(limit: Duration? = nil) async throws -> BuildRun {
        _ = try loadedStore()
        listings = nil
        let builder = PackageBuilder(
            runner: runner, owner: directory, tree: tree, scratchPath: build, modules: modules)
        return try await builder.build(limit: limit)
    }
}
