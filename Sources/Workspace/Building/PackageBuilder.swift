import Foundation
import Incident

/// Builds a tree with its tests into a scratch path, and makes sure that every edit was compiled.
struct PackageBuilder {
    let runner: any ProcessRunner
    let owner: String
    let tree: String
    let scratchPath: String
    /// Further arguments of `swift build`; the same for all builds of one scratch path, or it starts over.
    var arguments: [String] = []
    /// Where the compiler keeps what it made of the toolchain's own modules, for builds of several scratch paths; nil
    /// when each keeps its own, which takes a small package twice as long.
    var modules: String?

    func build(limit: Duration?) async throws -> BuildRun {
        let folder = BuildFolder(path: scratchPath)
        let started = ContinuousClock.now
        let wasInterrupted = Files.kind(of: folder.marker) != nil
        var attempts = 1
        var shares = !folder.keepsModules
        try refreshCallers(folder)
        var stamp = try folder.now()
        var result = try await swiftBuild(limit: limit, shares)
        if result.termination != .timedOut, !result.termination.isSuccess,
            BuildDamage.isLikely(console: result.console, tree: tree, wasInterrupted: wasInterrupted)
        {
            attempts += 1
            // What others share may be what is damaged, and cannot be thrown away under their hands.
            shares = false
            try folder.removeProducts()
            stamp = try folder.now()
            result = try await swiftBuild(limit: limit, shares)
        }
        // First by removing what is stale, then by removing everything.
        for isLast in [false, true] where result.termination.isSuccess {
            let stale = staleObjects(in: folder, since: stamp, console: result.console)
            if stale.isEmpty { break }
            attempts += 1
            for object in stale { try Files.remove(object.path) }
            if isLast { try folder.removeProducts() }
            stamp = try folder.now()
            result = try await swiftBuild(limit: limit, shares)
        }
        if result.termination.isSuccess {
            if !shares { try folder.keepModules() }
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
    /// changes nothing and needs no network. SwiftPM finds XCTest's tests in the index; what the index says of modules from
    /// outside finds none and takes a tenth of a build's time.
    private func swiftBuild(limit: Duration?, _ sharesModules: Bool) async throws -> ProcessResult {
        try await runner.run(
            Command(
                "swift",
                [
                    "build", "--build-tests", "--scratch-path", scratchPath, "-Xswiftc",
                    "-diagnostic-style=llvm", "-Xswiftc", "-index-ignore-system-modules", "-Xswiftc",
                    "-index-ignore-clang-modules",
                ] + (sharesModules ? moduleArguments : []) + arguments,
                workingDirectory: tree, limits: ProcessLimits(wall: limit, grace: .seconds(1)),
                owner: owner))
    }

    /// SwiftPM names a folder in the scratch path before; the compiler takes the last. It names what it keeps there by
    /// everything that it depends on, and writes it so that several may read and write at once.
    private var moduleArguments: [String] {
        modules.map { ["-Xswiftc", "-module-cache-path", "-Xswiftc", $0] } ?? []
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
