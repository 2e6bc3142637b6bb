import Foundation
import Incident

extension Workspace {
    /// Builds the copy with its tests, and makes sure that every edit was compiled.
    ///
    /// Sources, tests and dependencies are those of the tree now, committed or not. A `Package.resolved` that SwiftPM
    /// writes stays out of commits. Code that does not compile is a result, not an error. Throws `LabError` with code
    /// `unavailable` when there is no `swift`, and `CancellationError`.
    package func build(limit: Duration? = nil) async throws -> BuildRun {
        _ = try loadedStore()
        listings = nil
        let folder = BuildFolder(path: build)
        let started = ContinuousClock.now
        let wasInterrupted = Files.kind(of: folder.marker) != nil
        var attempts = 1
        try refreshCallers(folder)
        var stamp = try folder.now()
        var result = try await swiftBuild(limit: limit)
        if result.termination != .timedOut, !result.termination.isSuccess,
            BuildDamage.isLikely(console: result.console, tree: tree, wasInterrupted: wasInterrupted)
        {
            attempts += 1
            try folder.removeProducts()
            stamp = try folder.now()
            result = try await swiftBuild(limit: limit)
        }
        // First by removing what is stale, then by removing everything.
        for isLast in [false, true] where result.termination.isSuccess {
            let stale = staleObjects(in: folder, since: stamp, console: result.console)
            if stale.isEmpty { break }
            attempts += 1
            for object in stale { try Files.remove(object.path) }
            if isLast { try folder.removeProducts() }
            stamp = try folder.now()
            result = try await swiftBuild(limit: limit)
        }
        if result.termination.isSuccess {
            try folder.remember(folder.state(of: Set(folder.objects(from: tree).map(\.source))))
        }
        try Files.remove(folder.marker)
        return BuildRun(
            succeeded: result.termination.isSuccess,
            evidence: Evidence(
                stage: .build, console: result.console, termination: result.termination, root: tree),
            duration: ContinuousClock.now - started, attempts: attempts)
    }

    /// Automatic resolution stays on: without a `Package.resolved` there is no other way, and with one that fits it
    /// changes nothing and needs no network.
    private func swiftBuild(limit: Duration?) async throws -> ProcessResult {
        try await runner.run(
            Command(
                "swift",
                [
                    "build", "--build-tests", "--scratch-path", build, "-Xswiftc", "-diagnostic-style=llvm",
                ],
                workingDirectory: tree, limits: ProcessLimits(wall: limit, grace: .seconds(1)),
                owner: directory))
    }

    /// Objects whose source changed since the last good build, that are older than this one, and whose source the
    /// build does not say it compiled: a compiler that makes the same object again leaves the old file.
    private func staleObjects(
        in folder: BuildFolder, since stamp: Int, console: String
    ) -> [BuildFolder.Object] {
        let objects = folder.objects(from: tree)
        let seen = folder.seen
        let now = folder.state(of: Set(objects.map(\.source)))
        return objects.filter { object in
            guard let made = object.modification, now[object.source] != seen[object.source] else {
                return false
            }
            guard made < stamp else { return false }
            let name = object.source.split(separator: "/").last ?? ""
            return !console.contains(" \(name)\n")
        }
    }

    /// Removes all objects when a changed file has, or had, bodies that the compiler copies into callers: it does not
    /// compile callers in other modules again for a change of such a body.
    private func refreshCallers(_ folder: BuildFolder) throws {
        let objects = folder.objects(from: tree)
        let seen = folder.seen
        let now = folder.state(of: Set(objects.map(\.source)))
        let isCopied = now.contains { source, state in
            seen[source] != state && (state.isCopiedIntoCallers || seen[source]?.isCopiedIntoCallers == true)
        }
        guard isCopied, !seen.isEmpty else { return }
        for object in objects { try Files.remove(object.path) }
    }
}
