import Classifier
import Fixers
import Foundation
import Incident
import SourceEdit
import Trials
import Workspace

/// Searches for the small change that makes the tests pass, where no rule foresaw the failure.
///
/// ```
/// probes ─► spectrum ─► suspects ─► candidates ─► one build ─► failing tests ─► all tests ─► rank
///                                                                    └── none? two at a time
/// ```
///
/// What it finds is a claim about woven code: the caller applies the patch for real and verifies it.
struct RepairSearch {
    struct Limits: Sendable {
        /// Candidates in one build; what suspicion reaches beyond goes into the next round.
        var perRound = 1_500
        var rounds = 4
        /// With more suspects than this, or more statements in all, the package is large: each round looks at so many more
        /// suspects, and the first builds are small, so that the likeliest do not wait for a build that takes minutes.
        var suspects = 250
        var statements = 900
        var firstLargeRound = 400
        var largeRounds = 8
        /// Of the search; after this the best found so far is handed over.
        var time = Duration.seconds(240)
        /// A test that takes longer than this before anything was changed counts as hanging.
        var perTest = Duration.seconds(3)
        /// Candidates that are combined with one another when none helps alone.
        var partners = 72
        /// Plausible patches that are compared with one another.
        var compared = 60
    }

    let workspace: Workspace
    let patient: PatientSource
    let before: Observation
    let diagnoses: [Diagnosis]
    let library: String
    let package: PackageDescription
    let limits: Limits
    let servers: Int
    let emit: @Sendable (HealEvent) -> Void

    private static let environment = ["SWIFT_BACKTRACE": "enable=no"]

    func run(isolation: isolated (any Actor)? = #isolation) async throws -> SearchOutcome {
        let started = ContinuousClock.now
        var outcome = SearchOutcome()
        func took(_ stage: String, since start: ContinuousClock.Instant) {
            outcome.durations.append((stage, ContinuousClock.now - start))
        }
        guard !before.failing.isEmpty else {
            outcome.obstacle = "no single test is seen to fail, so none can tell a good change from a bad one"
            return outcome
        }
        let files = Dictionary(uniqueKeysWithValues: woven.map { ($0.path, $0) })
        let builder = SchemataBuild(
            workspace: workspace, library: library, files: files,
            arguments: SchemataBuild.withoutDebugInformation, isHasty: true,
            limiting: package.targets.filter { target in files.keys.contains { target.compiles($0) } }.map(
                \.name),
            keeping: NeededTargets(package, tests: patient.tests).names(for: workspace.scope)
        ) { [emit] in emit(.progress("search: \($0)")) }

        var start = ContinuousClock.now
        let probed: SchemataBuild.Built
        do {
            probed = try await builder.build([], probes: .statements)
        } catch let error as LabError where error.code == .software {
            // What fixers mended before stands, and the report is written.
            outcome.obstacle = obstacle(error)
            return outcome
        }
        took("probes", since: start)
        start = ContinuousClock.now
        let spectra: TestBench
        do {
            spectra = try await explore(probed)
        } catch let error as LabError where [.software, .testsFail].contains(error.code) {
            emit(.warning(error.message))
            outcome.obstacle = "the tests cannot be run one by one in the search's own process"
            return outcome
        }
        took("spectra", since: start)
        let failing = spectra.looks.filter { $0.failed && before.failing.contains($0.test.name) }
        // What fails only where nothing outside can be reached says nothing about a candidate.
        let usable = spectra.looks.filter { !$0.failed }
        guard !failing.isEmpty else {
            outcome.obstacle = "the failing tests pass when they run one by one in the search's own process"
            return outcome
        }
        let suspects = Suspect.ranked(
            probed.probes,
            Spectrum((failing + usable).map { Spectrum.Run(failed: $0.failed, hits: $0.hits) }),
            frames: frames, words: words(failing.map(\.test.name)))
        let places = Suspect.withStored(suspects, in: woven)
        outcome.figures.suspects = places.count

        var variants = self.variants(spectra, failing, suspects, probed)
        var tried: Set<String> = []
        let isLarge = suspects.count > limits.suspects || probed.probes.count > limits.statements
        for round in 1...(isLarge ? limits.largeRounds : limits.rounds) {
            let near = Array(places.prefix(limits.suspects * round))
            let space = SearchSpace(
                near, in: patient, skipping: tried, limit: size(of: round, isLarge: isLarge))
            let isLast = space.leftOver == 0 && near.count == places.count
            if space.candidates.isEmpty, !isLast { continue }
            guard !space.candidates.isEmpty else { break }
            tried.formUnion(space.candidates.flatMap(\.mutations).map(SearchSpace.key))
            outcome.figures.generated += space.candidates.count
            start = ContinuousClock.now
            let built: SchemataBuild.Built
            do {
                built = try await builder.build(
                    space.candidates.map {
                        Schema.Numbered(number: $0.numbers[0], mutation: $0.mutations[0])
                    },
                    extras: variants.files, over: probed)
            } catch let error as LabError where error.code == .software {
                outcome.obstacle = obstacle(error)
                return outcome
            }
            variants.drop(built.droppedExtras)
            took("build \(round)", since: start)
            let alive = space.candidates.filter { built.units[$0.numbers[0]] != nil }
            outcome.figures.compiled += alive.count
            start = ContinuousClock.now
            let found = try await judge(
                alive, built, spectra: spectra, failing: failing, usable: usable.map(\.test),
                variants: variants,
                // A build is not thrown away unseen, however long it took.
                deadline: max(started + limits.time, start + limits.time / 6),
                combining: !isLarge || isLast, &outcome)
            took("tests \(round)", since: start)
            outcome.plausible += found
            if !found.isEmpty || isLast || ContinuousClock.now >= started + limits.time { break }
        }
        outcome.figures.plausible = outcome.plausible.count
        return outcome
    }

    /// The files that failing tests can run, which is where a change can help. A plugin is built by itself, without what
    /// switches need, and no test runs it.
    private var woven: [SourceFile] {
        let files = patient.sources.filter { !package.isInPlugin($0.path) }
        let modules = Set(before.failing.compactMap { $0.split(separator: ".").first.map(String.init) })
        guard let reached = package.targets(reachedFrom: modules) else { return files }
        let near = files.filter { file in reached.contains { $0.compiles(file.path) } }
        return near.isEmpty ? files : near
    }

    private func obstacle(_ error: LabError) -> String {
        if let hint = error.hint { emit(.warning(hint)) }
        return "the package does not build with the search's switches in it"
    }

    /// Candidates in a round's build: all it may hold at once, or twice as many each time in a large package.
    private func size(of round: Int, isLarge: Bool) -> Int {
        isLarge ? min(limits.firstLargeRound << (round - 1), limits.perRound) : limits.perRound
    }

    // MARK: - Localising

    private func explore(
        _ built: SchemataBuild.Built, isolation: isolated (any Actor)? = #isolation
    ) async throws -> TestBench {
        let pool = try await pool(built)
        if case .partial(let reason) = pool.isolation {
            emit(.warning("tried changes are kept from the machine only in part: \(reason)"))
        }
        do {
            var bench = try await TestBench(pool)
            try await bench.explore(wall: limits.perTest) { done, all in
                emit(.progress("search: what each test reaches, \(done) of \(all)"))
            }
            await pool.stop()
            return bench
        } catch {
            await pool.stop()
            throw error
        }
    }

    private func pool(
        _ built: SchemataBuild.Built, isolation: isolated (any Actor)? = #isolation
    ) async throws -> ForkPool {
        guard
            let setup = try await workspace.forkSetup(
                for: built.build, units: built.unitLimit, environment: Self.environment)
        else { throw LabError(.software, "The woven package has no test bundle.") }
        return try await ForkPool.start(setup, servers: servers)
    }

    /// Places of the patient that the failures name.
    private var frames: [(path: String, line: Int)] {
        diagnoses.compactMap { diagnosis in
            guard let place = diagnosis.location, let file = patient.file(place.file),
                patient.sources.contains(where: { $0.path == file.path })
            else { return nil }
            return (file.path, place.line)
        }
    }

    /// Names that the failing tests mention.
    private func words(_ tests: [String]) -> Set<String> {
        let names = Set(tests.compactMap { Self.functionName($0) })
        var found: Set<String> = []
        for file in patient.tests { found.formUnion(file.names(inFunctions: names)) }
        return found
    }

    private static func functionName(_ test: String) -> String? {
        test.split(separator: "/").last.map { String($0.prefix { $0 != "(" }) }
    }

    /// Inputs next to those of the failing tests, and of passing tests that reach what is suspicious.
    private func variants(
        _ spectra: TestBench, _ failing: [TestBench.Look], _ suspects: [Suspect],
        _ probed: SchemataBuild.Built
    ) -> InputVariants {
        guard let diagnosis = diagnoses.first, let top = suspects.first else { return InputVariants() }
        let near = Set(
            probed.probes.filter { $0.path == top.path && $0.probe.function == top.function }.map(\.probe.id))
        let passing = spectra.looks.filter { !$0.failed && !$0.hits.isDisjoint(with: near) }
        return InputVariants(
            patient: patient, diagnosis: diagnosis, failing: failing.map(\.test.name),
            passing: passing.map(\.test.name), module: { [package] in package.testTarget(of: $0) })
    }

    // MARK: - Judging

    private func judge(
        _ candidates: [SearchCandidate], _ built: SchemataBuild.Built, spectra: TestBench,
        failing: [TestBench.Look], usable: [TestBench.Test], variants: InputVariants,
        deadline: ContinuousClock.Instant, combining: Bool,
        _ outcome: inout SearchOutcome, isolation: isolated (any Actor)? = #isolation
    ) async throws -> [SearchCandidate] {
        let pool = try await pool(built)
        do {
            // The same tests as were explored; those made for ranking are there as well now.
            let bench = try await spectra.moved(to: pool)
            let trial = SearchTrial(
                pool: pool, bench: bench, units: built.units, failing: failing, usable: usable,
                deadline: deadline, grace: limits.time / 6, emit: emit)
            var found = try await trial.run(candidates, run: &outcome.figures.run)
            if found.isEmpty, combining, ContinuousClock.now < deadline {
                let pairs = trial.pairs(of: candidates, partners: limits.partners)
                outcome.figures.combined += pairs.count
                found = try await trial.run(pairs, run: &outcome.figures.run)
            }
            if !found.isEmpty {
                let check = ReachCheck(
                    pool: pool, bench: bench, built: built, passing: usable,
                    failing: failing.map(\.test))
                let kept = try await check.kept(found)
                outcome.avoiding += found.count - kept.count
                found = kept
            }
            if !found.isEmpty {
                if found.count > 1 {
                    emit(.progress("search: how \(found.count) patches differ on other inputs"))
                }
                let compared = Array(found.prefix(limits.compared))
                let answers = try await variants.answers(
                    compared, units: built.units, pool: pool, bench: bench)
                found = PatchRanking.ranked(compared, on: answers.inputs) + found.dropFirst(limits.compared)
                outcome.turned = answers.turned
            }
            await pool.stop()
            return found
        } catch {
            await pool.stop()
            throw error
        }
    }
}
