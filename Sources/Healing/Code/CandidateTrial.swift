import Fixers
import Incident
import SourceEdit
import Trials
import Workspace

/// Finds the first candidate under which the tests pass.
///
/// Candidates inside of function bodies are built together and chosen at run time (``VariantBatch``); the rest is
/// built one by one. What a batch finds is only a claim: the caller applies the patch for real and verifies it.
struct CandidateTrial {
    enum Outcome {
        /// All tests pass.
        case plausible(Candidate)
        /// The failure at hand is gone and fewer tests fail, none of them new.
        case progress(Candidate)
        case none
    }

    let workspace: Workspace
    let patient: PatientSource
    let broken: String
    let before: Observation
    let diagnosis: Diagnosis
    let options: HealOptions
    let emit: @Sendable (HealEvent) -> Void

    /// Candidates that were judged, those that did not compile included.
    private(set) var tried = 0
    private var bestProgress: (candidate: Candidate, failing: Int)?
    /// Candidates under which a test hung.
    private var hangs = 0

    init(
        workspace: Workspace, patient: PatientSource, broken: String, before: Observation,
        diagnosis: Diagnosis,
        options: HealOptions, emit: @escaping @Sendable (HealEvent) -> Void
    ) {
        self.workspace = workspace
        self.patient = patient
        self.broken = broken
        self.before = before
        self.diagnosis = diagnosis
        self.options = options
        self.emit = emit
    }

    mutating func run(_ candidates: [Candidate]) async throws -> Outcome {
        // A switch is not worth its build for two.
        let isBatch = candidates.count > 2
        var direct = candidates
        if isBatch {
            let batch = VariantBatch(
                candidates, in: patient, keepsOriginal: diagnosis.failureClass != .buildError)
            if let found = try await run(batch) { return found }
            direct = batch.others
        }
        for candidate in direct {
            if let found = try await judge(candidate) { return found }
        }
        return bestProgress.map { .progress($0.candidate) } ?? .none
    }

    // MARK: - One build for all

    private mutating func run(_ batch: VariantBatch) async throws -> Outcome? {
        guard !batch.candidates.isEmpty else { return nil }
        try await workspace.checkout(broken)
        var dropped: Set<Int> = []
        for _ in 0..<8 {
            let files = batch.rendered(without: dropped)
            try await workspace.write(
                files: Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) }))
            let alive = batch.candidates.count - dropped.count
            emit(.progress("building \(alive) candidates at once"))
            let build = try await workspace.build()
            if build.succeeded { return try await runVariants(batch, without: dropped) }
            let rejected = Self.rejected(build.evidence, files)
            guard !rejected.subtracting(dropped).isEmpty else { break }
            dropped.formUnion(rejected)
            if dropped.count == batch.candidates.count {
                tried += batch.candidates.count
                return nil
            }
        }
        // The switch itself does not compile here: fall back on one build a candidate.
        for candidate in batch.candidates.prefix(20) {
            if let found = try await judge(candidate) { return found }
        }
        return nil
    }

    /// Variants whose lines carry an error.
    private static func rejected(_ evidence: Evidence, _ files: [VariantBatch.Rendered]) -> Set<Int> {
        var found: Set<Int> = []
        for line in evidence.console.split(separator: "\n") where line.contains(": error: ") {
            for file in files where line.contains("/" + file.path + ":") {
                guard let range = line.firstRange(of: "/" + file.path + ":") else { continue }
                let number = line[range.upperBound...].prefix { $0.isNumber }
                if let number = Int(number), let variant = file.variant(atLine: number) {
                    found.insert(variant)
                }
            }
        }
        return found
    }

    private mutating func runVariants(_ batch: VariantBatch, without dropped: Set<Int>) async throws
        -> Outcome?
    {
        tried += dropped.count
        var alone = 0
        var mayFork = true
        for (index, candidate) in batch.candidates.enumerated() where !dropped.contains(index + 1) {
            let isSlow = diagnosis.failureClass == .infiniteLoop ? alone == Self.mostAlone : hangs > 0
            if isSlow, mayFork {
                mayFork = false
                if let outcome = try await runForked(batch, without: dropped, from: index) {
                    return outcome.found
                }
            }
            alone += 1
            tried += 1
            emit(.progress("trying candidate \(tried) of \(batch.candidates.count)"))
            let environment = [VariantBatch.environmentVariable: "\(index + 1)"]
            if let found = try await judge(candidate, environment: environment) { return found }
        }
        return nil
    }

    // MARK: - Many at once

    /// Candidates against a hang that get a process each; the next ones are worth a fork server. Against other failures it
    /// is worth one as soon as a candidate hangs: the next ones will, too.
    private static let mostAlone = 6

    private struct Forked {
        var found: Outcome?
    }

    /// Judges the rest of a batch in a fork server, where a loop without end is told in a fraction of the time.
    ///
    /// - Returns: nil where that cannot be done, or where the failure does not show.
    private mutating func runForked(
        _ batch: VariantBatch, without dropped: Set<Int>, from first: Int
    ) async throws -> Forked? {
        guard let library = options.searchLibrary else { return nil }
        let numbers = (first..<batch.candidates.count).map { $0 + 1 }.filter { !dropped.contains($0) }
        let files = batch.rendered(without: dropped, by: .forkServer)
        emit(.progress("building \(numbers.count) candidates for a fork server"))
        let woven = try await workspace.build(
            woven: Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) }), linking: library,
            arguments: SchemataBuild.withoutDebugInformation)
        guard woven.run.succeeded,
            let setup = try await workspace.forkSetup(
                for: woven, units: VariantBatch.place + 1, environment: Self.withoutBacktrace)
        else { return nil }
        do {
            let pool = try await ForkPool.start(setup, servers: ForkPool.usualSize)
            do {
                let found = try await judge(batch, numbers, in: pool)
                await pool.stop()
                return found
            } catch {
                await pool.stop()
                throw error
            }
        } catch let error as CancellationError {
            throw error
        } catch {
            // A package that cannot be served is still tried, if slowly.
            let reason = (error as? LabError)?.message ?? "\(error)"
            emit(.warning("candidates get a process each, since no fork server serves them: \(reason)"))
            return nil
        }
    }

    private mutating func judge(
        _ batch: VariantBatch, _ numbers: [Int], in pool: ForkPool
    ) async throws -> Forked? {
        var bench = try await TestBench(pool)
        try await bench.explore(wall: limits.perTest)
        let culprits = bench.looks.filter { $0.failed && self.culprits.contains($0.test.name) }.map(\.test)
        guard !culprits.isEmpty else { return nil }
        let usable = bench.looks.filter { !$0.failed || before.failing.contains($0.test.name) }.map(\.test)
        let trial = ChoiceTrial(pool: pool, bench: bench)
        func passing(
            _ numbers: [Int], _ tests: [TestBench.Test], wantsEvents: Bool = false, patience: Int = 1
        ) async throws -> ChoiceTrial.Verdicts {
            try await trial.run(
                numbers.map { [ForkJob.Choice(unit: VariantBatch.place, number: Int32($0))] }, tests,
                wantsEvents: wantsEvents, patience: patience
            ) { [emit] judged, _, rate in
                emit(.progress("trying candidate \(judged) of \(numbers.count), \(rate)/s"))
            }
        }
        var verdicts = try await passing(numbers, culprits)
        var alive = verdicts.passed.map { numbers[$0] }
        if alive.isEmpty, !verdicts.slow.isEmpty {
            let slow = verdicts.slow.prefix(Self.mostSlow).map { numbers[$0] }
            verdicts = try await passing(slow, culprits, patience: 6)
            alive = verdicts.passed.map { slow[$0] }
        }
        verdicts = try await passing(alive, usable, wantsEvents: true)
        if let first = verdicts.passed.first {
            let number = alive[first]
            tried += (numbers.firstIndex(of: number) ?? 0) + 1
            return Forked(found: .plausible(batch.candidates[number - 1]))
        }
        tried += numbers.count
        for index in alive.indices {
            guard let failing = verdicts.failing[index], failing.count < before.failing.count,
                failing.isSubset(of: before.failing)
            else { continue }
            noteProgress(batch.candidates[alive[index] - 1], failing.count)
        }
        return Forked(found: nil)
    }

    /// Candidates that ran out of time and are tried once more where nothing else helps.
    private static let mostSlow = 24

    // MARK: - Judging

    /// Writes, builds and judges one candidate.
    private mutating func judge(_ candidate: Candidate) async throws -> Outcome? {
        tried += 1
        emit(.progress("trying candidate \(tried)"))
        try await workspace.checkout(broken)
        guard let files = patient.texts(after: candidate) else { return nil }
        try await workspace.write(files: files)
        let build = try await workspace.build()
        guard build.succeeded else {
            let left = Self.errors(build.evidence)
            if before.tests == nil, left < Self.errors(before.build.evidence) {
                noteProgress(candidate, left)
            }
            return nil
        }
        return try await judge(candidate, environment: [:])
    }

    /// Where only the outcome counts, a crash need not be explained: that takes longer than the test.
    static let withoutBacktrace = ["SWIFT_BACKTRACE": "enable=no"]

    private mutating func judge(_ candidate: Candidate, environment: [String: String]) async throws
        -> Outcome?
    {
        let environment = environment.merging(Self.withoutBacktrace) { $1 }
        let culprits = self.culprits
        if !culprits.isEmpty {
            let first = try await workspace.test(.only(culprits), limits: limits, environment: environment)
            if first.timeOuts > 0 { hangs += 1 }
            guard first.succeeded else { return nil }
        }
        let all = try await workspace.test(.all, limits: limits, environment: environment)
        if all.succeeded { return .plausible(candidate) }
        if all.timeOuts > 0 { hangs += 1 }
        let failing = Observation(build: before.build, tests: all).failing
        if before.tests == nil || failing.count < before.failing.count && failing.isSubset(of: before.failing)
        {
            noteProgress(candidate, before.tests == nil ? 0 : failing.count)
        }
        return nil
    }

    private mutating func noteProgress(_ candidate: Candidate, _ failing: Int) {
        if bestProgress.map({ failing < $0.failing }) ?? true { bestProgress = (candidate, failing) }
    }

    /// The tests that show this failure; they run first, as most candidates fail there.
    private var culprits: Set<String> {
        guard let test = diagnosis.test else { return [] }
        let matches = before.failing.filter { $0 == test || $0.hasSuffix("." + test) }
        return matches
    }

    private var limits: TestLimits {
        var limits = options.testLimits
        limits.maximumDeaths = 1
        limits.maximumTimeOuts = 1
        if diagnosis.failureClass == .infiniteLoop {
            limits.perTest = min(limits.perTest, .milliseconds(1500))
        }
        return limits
    }

    private static func errors(_ evidence: Evidence) -> Int {
        Set(evidence.console.split(separator: "\n").filter { $0.contains(": error: ") }).count
    }
}

extension PatientSource {
    /// New texts of the files a candidate edits; nil when an edit does not fit.
    func texts(after candidate: Candidate) -> [String: String]? {
        var texts: [String: String] = [:]
        for edit in candidate.edits {
            guard let file = file(edit.path), let text = edit.edits.applied(to: texts[file.path] ?? file.text)
            else {
                return nil
            }
            texts[file.path] = text
        }
        return texts
    }
}
