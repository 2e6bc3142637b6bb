import Foundation
import Healing
import Incident
import Injector
package import Scoreboard
import Watchdog
package import Workspace

/// Plays code cases over one package, one after the other, with folders of its own.
///
///     <folder>/oracle     the workspace in which packages are broken and judged
///     <folder>/heal       the workspace of the lab's own healer
///     <folder>/arena/…    the broken package as any healer gets it
package actor CodePlayer: TrialPlayer {
    package struct Options: Sendable {
        package var package: String
        package var name: String
        package var healer: Healer
        package var budget: Duration
        package var seed: UInt64
        package var testLimits: TestLimits
        package var heldOut: String?
        /// Path of `libForkServer.so`; nil heals by fixers alone.
        package var searchLibrary: String?
        /// Path of `libAbortTrace.so`.
        package var abortTrace: String?

        package init(
            package: String, name: String, healer: Healer, budget: Duration, seed: UInt64,
            testLimits: TestLimits, heldOut: String?, searchLibrary: String?, abortTrace: String?
        ) {
            self.package = package
            self.name = name
            self.healer = healer
            self.budget = budget
            self.seed = seed
            self.testLimits = testLimits
            self.heldOut = heldOut
            self.searchLibrary = searchLibrary
            self.abortTrace = abortTrace
        }
    }

    private struct Ground {
        var workspace: Workspace
        /// Of the lab's own healer; nil where another one is measured.
        var healing: Workspace?
        var oracle: CodeOracle
        /// Digest of the user's own package, which nobody may change.
        var digest: String
        var layout: PackageLayout
    }

    private let folder: String
    private let options: Options
    private let arena: Arena
    private var ground: Ground?

    package init(folder: String, options: Options) {
        self.folder = folder
        self.options = options
        arena = Arena(folder: folder + "/arena", name: options.name)
    }

    package func play(
        _ item: BenchCase, repetition: Int, tell: @escaping @Sendable (String) -> Void
    ) async throws -> PlayedTrial {
        let ground = try await prepare(tell)
        let start = ContinuousClock.now
        do {
            var played = try await play(item, repetition, ground, tell)
            played.trial.milliseconds = Self.milliseconds(ContinuousClock.now - start)
            return played
        } catch let error as LabError where error.code == .noSite {
            return PlayedTrial(
                Trial(of: item, repetition: repetition, outcome: .notApplicable, detail: error.message))
        } catch let error as LabError where error.code != .unavailable && error.code != .cannotWrite {
            return PlayedTrial(
                Trial(of: item, repetition: repetition, outcome: .unviable, detail: error.message))
        }
    }

    /// The workspaces, with a build of the healthy package in each, so that no trial pays for the first one.
    private func prepare(_ tell: @Sendable (String) -> Void) async throws -> Ground {
        if let ground { return ground }
        tell("building the healthy package")
        let workspace = try await Workspace.open(at: folder + "/oracle", abortTrace: options.abortTrace)
        try await workspace.load(patient: options.package)
        let description = try await workspace.describePackage()
        guard try await workspace.build().succeeded else {
            throw LabError(.badInput, "\(options.name) does not build before any fault is injected.")
        }
        tell("running the tests of the healthy package")
        let run = try await workspace.test(.all, limits: options.testLimits)
        guard !run.noTests else {
            throw LabError(.badInput, "\(options.name) has no tests, so no fault would be noticed.")
        }
        guard run.succeeded else {
            throw LabError(
                .badInput, "\(options.name) fails its own tests before any fault is injected.",
                hint: "Use `lab heal` to heal what is broken already.")
        }
        var healing: Workspace?
        if case .lab = options.healer {
            tell("building the healthy package once more, for the healer")
            let own = try await Workspace.open(at: folder + "/heal", abortTrace: options.abortTrace)
            try await own.load(patient: options.package)
            _ = try await own.build()
            healing = own
        }
        let made = Ground(
            workspace: workspace, healing: healing,
            oracle: CodeOracle(
                workspace: workspace, limits: options.testLimits, healthy: Set(run.tests(.passed)),
                heldOut: options.heldOut),
            digest: PackageFiles.digest(of: options.package),
            layout: PackageLayout(description))
        ground = made
        return made
    }

    private func play(
        _ item: BenchCase, _ repetition: Int, _ ground: Ground, _ tell: @escaping @Sendable (String) -> Void
    ) async throws -> PlayedTrial {
        tell("breaking the package")
        let breakage = try await self.breakage(item, repetition, ground)
        try await ground.workspace.checkout(breakage.commit)
        try arena.lay(await ground.workspace.tree)
        let before = arena.digests()
        tell("healing")
        var handed = try await heal(item, ground, tell)
        let change = TreeChange(
            from: before, to: arena.digests(), isProtected: ground.layout.isProtected,
            isBuilt: ground.layout.isBuilt)
        var outside = arena.outside()
        if PackageFiles.digest(of: options.package) != ground.digest { outside.append(options.package) }
        tell("judging what the healer left")
        let wasTimedOut = handed.trial.outcome == .timedOut
        var findings = CodeFindings(change: change, wasTimedOut: wasTimedOut, outside: outside)
        if !item.isControl, !wasTimedOut, outside.isEmpty {
            let judgement = try await ground.oracle.judge(
                change, on: breakage.commit, in: arena)
            findings.tests = judgement.tests
            findings.heldOutFailing = judgement.heldOutFailing
            handed.trial.regressionProved = judgement.regressionProved
        }
        let refusal = findings.refusal(expecting: item.expected)
        handed.trial.repetition = repetition
        handed.trial.outcome = .init(expecting: item.expected, refusal: refusal)
        handed.trial.reason = refusal
        handed.trial.detail = [breakage.detail, findings.detail].filter { !$0.isEmpty }.joined(
            separator: "; ")
        if refusal != nil || item.isControl { handed.trial.times.recover = nil }
        // A heal without a regression test is one whose test was not proved.
        if refusal == nil, item.expected == .healed, handed.trial.regressionProved == nil {
            handed.trial.regressionProved = false
        }
        return handed
    }

    private func breakage(_ item: BenchCase, _ repetition: Int, _ ground: Ground) async throws -> Breakage {
        let breaker = Breaker(
            workspace: ground.workspace, package: options.package, limits: options.testLimits)
        if let control = CodeControl(rawValue: item.id) { return try await breaker.arrange(control) }
        let seed = options.seed
        return try await breaker.inject(try Injector().fault(named: item.id)) { sites in
            guard repetition > 1 else { return sites }
            // The first repetition takes the most natural site, as the demo does; further ones look elsewhere.
            var generator = SplitMix(seed: seed &+ UInt64(repetition))
            return sites.shuffled(using: &generator)
        }
    }

    // MARK: - Healers

    /// Has the package in the arena healed; the trial says what the healer says of itself.
    private func heal(
        _ item: BenchCase, _ ground: Ground, _ tell: @escaping @Sendable (String) -> Void
    ) async throws -> PlayedTrial {
        switch options.healer {
        case .lab:
            guard let workspace = ground.healing else {
                throw LabError(.software, "The healer has no workspace.")
            }
            return try await LabCodeHealer(workspace: workspace, options: options).heal(
                item, in: arena, tell: tell)
        case .command(let command):
            let result = try await command.run(
                in: arena.package,
                environment: [
                    "LAB_DOMAIN": Domain.code.rawValue, "LAB_PACKAGE": arena.package,
                    "LAB_TEST_SECONDS": "\(Int(options.testLimits.perTest / .seconds(1)))",
                ],
                budget: options.budget, answers: folder + "/answer.json")
            let diagnosis = result.answer.diagnosis
            return PlayedTrial(
                Trial(
                    of: item, repetition: 1, outcome: result.wasTimedOut ? .timedOut : .notHealed, detail: "",
                    detected: diagnosis.map { _ in true },
                    diagnosed: item.isControl ? nil : diagnosis.map { $0 == item.failureClass },
                    claimed: result.claimsHeal, candidatesTried: result.answer.candidatesTried,
                    times: .init(recover: Self.milliseconds(result.duration))),
                files: [.init("healer.log", result.console)])
        }
    }

    static func milliseconds(_ duration: Duration) -> Int { Int(duration / .milliseconds(1)) }
}
