import Fixers
import Incident
import SourceEdit
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
            let rejected = Self.rejected(build.evidence, files, tree: await workspace.tree)
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
    private static func rejected(
        _ evidence: Evidence, _ files: [VariantBatch.Rendered], tree: String
    ) -> Set<Int> {
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
        for (index, candidate) in batch.candidates.enumerated() where !dropped.contains(index + 1) {
            tried += 1
            emit(.progress("trying candidate \(tried) of \(batch.candidates.count)"))
            let environment = [VariantBatch.environmentVariable: "\(index + 1)"]
            if let found = try await judge(candidate, environment: environment) { return found }
        }
        return nil
    }

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
            guard first.succeeded else { return nil }
        }
        let all = try await workspace.test(.all, limits: limits, environment: environment)
        if all.succeeded { return .plausible(candidate) }
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
