import Foundation
import Incident
import Scoreboard
import Workspace

/// Judges what a healer left, in a workspace that no healer sees.
///
/// Of the healer's tree it takes sources alone. Tests and manifests are those of the package as it was handed over;
/// it builds by itself and believes no build product, exit code or report.
struct CodeOracle {
    /// Of one build; after this the package counts as one that does not build.
    private static let buildLimit: Duration = .seconds(900)

    let workspace: Workspace
    let limits: TestLimits
    /// Tests that pass on the healthy package.
    let healthy: Set<String>
    /// A folder of tests that no healer sees, laid over the package; nil for none.
    let heldOut: String?

    struct Judgement {
        var tests: CodeFindings.Tests
        var heldOutFailing: [String] = []
        var regressionProved: Bool?
    }

    /// - Parameters:
    ///   - commit: the broken package.
    ///   - arena: what the healer left.
    func judge(_ change: TreeChange, on commit: String, in arena: Arena) async throws -> Judgement {
        guard !change.touchesNoSource else { return Judgement(tests: .notRun) }
        let sources = Dictionary(uniqueKeysWithValues: change.written.map { ($0, arena.text($0)) })
        let added = Dictionary(
            uniqueKeysWithValues: change.addedTests.filter { !PackageLayout.isManifest($0) }.map {
                ($0, arena.text($0))
            })
        try await workspace.checkout(commit)
        try await workspace.write(files: sources)
        try await workspace.remove(files: change.removed)
        let healed = try await workspace.commit(message: "left by the healer", step: 2)
        guard try await builds() else { return Judgement(tests: .doNotBuild) }
        let run = try await workspace.test(.all, limits: limits)
        let failing = Self.failing(run)
        let missing = healthy.subtracting(run.outcomes.map(\.test)).sorted()
        var judgement = Judgement(tests: .ran(failing: failing, missing: missing))
        guard failing.isEmpty, missing.isEmpty else { return judgement }
        if !added.isEmpty {
            judgement.regressionProved = try await proves(added, broken: commit, healed: healed)
        }
        if let heldOut {
            try await workspace.checkout(healed)
            judgement.heldOutFailing = try await tryHeldOut(in: heldOut)
        }
        return judgement
    }

    /// Whether tests that the healer added pass with its patch and fail without it.
    private func proves(_ added: [String: String], broken: String, healed: String) async throws -> Bool {
        try await workspace.write(files: added)
        guard try await builds() else { return false }
        let after = try await workspace.test(.all, limits: limits)
        let new = Set(after.tests(.passed)).subtracting(healthy)
        guard Self.failing(after).isEmpty, !new.isEmpty else { return false }
        try await workspace.checkout(broken, sparing: Set(added.keys))
        try await workspace.write(files: added)
        guard try await builds() else { return true }
        let before = try await workspace.test(.only(new), limits: limits)
        return Set(before.tests(.passed)).isDisjoint(with: new)
    }

    private func tryHeldOut(in folder: String) async throws -> [String] {
        var files: [String: String] = [:]
        for path in PackageFiles.paths(in: folder) {
            files[path] = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
        }
        try await workspace.write(files: files)
        guard try await builds() else { return ["the held-out tests do not build"] }
        return Self.failing(try await workspace.test(.all, limits: limits))
    }

    private func builds() async throws -> Bool {
        try await workspace.build(limit: Self.buildLimit).succeeded
    }

    /// Names of tests that did not pass; where a process ended without a test to blame, how it ended.
    private static func failing(_ run: TestRun) -> [String] {
        if run.noTests { return ["no test ran"] }
        let names = run.outcomes.filter { $0.result != .passed && $0.result != .skipped }.map(\.test)
        if !names.isEmpty { return names.sorted() }
        return run.succeeded ? [] : ["a test process ended badly"]
    }
}
