import Fixers
import Incident
import Workspace

/// Finds regression tests that are red on the broken commit and green on the healed one, and proves the file they
/// end up in.
struct RegressionProver {
    struct Proof {
        var path: String
        var text: String
        var suite: String
        var tests: [IncidentData.RegressionTest.Test]
        /// All tests on the healed commit, the new ones included.
        var after: Observation
    }

    let workspace: Workspace
    let broken: String
    let healed: String
    let options: HealOptions
    /// The broken commit does not build: every test of it is red.
    let brokenDoesNotBuild: Bool
    let emit: @Sendable (HealEvent) -> Void

    /// Nil when no draft turned from red to green.
    ///
    /// - Parameter turned: names of drafts that a search saw turn; nil when none looked.
    func prove(_ draft: RegressionDraft, turned: Set<String>?) async throws -> Proof? {
        var tests = Array(draft.tests.prefix(14))
        if let turned, let failing = tests.first(where: { $0.input == .failing }) {
            let chosen = choose([failing] + tests.filter { turned.contains($0.name) || $0.isCopy })
            emit(.progress("proving \(chosen.count) regression tests"))
            if let proof = try await proof(chosen, draft) { return proof }
        }
        emit(.progress("looking for inputs that fail before and pass after"))
        let took: Duration
        (tests, took) = try await green(tests, draft, on: healed)
        let chosen = tests.isEmpty ? [] : choose(try await red(tests, draft, took))
        if !chosen.isEmpty {
            emit(.progress("proving \(chosen.count) regression tests"))
            return try await proof(chosen, draft, isRed: chosen.count == tests.count)
        }
        guard let original = draft.original else { return nil }
        emit(.progress("proving the failing test under its own name"))
        return try await proof([original], draft)
    }

    /// Nil unless all of the chosen tests, in the file as it is handed over, are green and red.
    ///
    /// - Parameter isRed: whether that very file has been seen red.
    private func proof(
        _ chosen: [RegressionDraft.Test], _ draft: RegressionDraft, isRed: Bool = false
    ) async throws -> Proof? {
        try await workspace.checkout(healed, sparing: [draft.path])
        let text = draft.file(with: chosen)
        try await workspace.write(files: [draft.path: text])
        let build = try await workspace.build()
        guard build.succeeded else { return nil }
        // The tests just written count, whatever the user chose of those that were there.
        let run = try await workspace.test(
            .allAnd(Set(chosen.map(\.id))), limits: options.testLimits)
        let passed = Set(run.tests(.passed))
        guard chosen.allSatisfy({ passed.contains($0.id) }) else { return nil }
        if !isRed {
            let red = try await red(chosen, draft, run.duration)
            guard red.count == chosen.count else { return nil }
        }
        let suite = chosen[0].id.split(separator: "/").first.map(String.init) ?? ""
        return Proof(
            path: draft.path, text: text, suite: suite,
            tests: chosen.map {
                IncidentData.RegressionTest.Test(
                    name: $0.name, input: $0.input == .failing ? "failing" : "neighbour", failedBefore: true,
                    passedAfter: true)
            },
            after: Observation(build: build, tests: run))
    }

    /// One test of the failing input, and up to two of inputs next to it.
    private func choose(_ red: [RegressionDraft.Test]) -> [RegressionDraft.Test] {
        var chosen = Array(red.filter { $0.input == .failing }.prefix(1))
        var neighbours = red.filter { $0.input == .neighbour }
        if neighbours.isEmpty { neighbours = red.filter { $0.input == .completion } }
        chosen += neighbours.prefix(2)
        return chosen.contains { $0.input == .failing } ? chosen : []
    }

    /// The drafts that pass on a commit, and how long they took; drafts that do not compile are left out.
    private func green(
        _ tests: [RegressionDraft.Test], _ draft: RegressionDraft, on commit: String
    ) async throws -> ([RegressionDraft.Test], Duration) {
        var tests = tests
        try await workspace.checkout(commit, sparing: [draft.path])
        for _ in 0..<4 where !tests.isEmpty {
            let text = draft.file(with: tests)
            try await workspace.write(files: [draft.path: text])
            let build = try await workspace.build()
            if build.succeeded {
                return try await passing(tests)
            }
            let lines = Self.errorLines(build.evidence, in: draft.path)
            let bad = Set(
                tests.filter { test in lines.contains { Self.covers(test, line: $0, in: text) } }.map(\.name))
            guard !bad.isEmpty else {
                tests = tests.filter { $0.input == .failing && $0.name != tests[0].name }
                continue
            }
            tests.removeAll { bad.contains($0.name) }
        }
        return ([], .zero)
    }

    private func passing(
        _ tests: [RegressionDraft.Test]
    ) async throws -> ([RegressionDraft.Test], Duration) {
        var limits = options.testLimits
        limits.perTest = min(limits.perTest, .seconds(5))
        limits.maximumTimeOuts = 4
        let run = try await workspace.test(.only(Set(tests.map(\.id))), limits: limits)
        let passed = Set(run.tests(.passed))
        return (tests.filter { passed.contains($0.id) }, run.duration)
    }

    /// The tests that fail on the broken commit.
    ///
    /// - Parameter took: how long all of them take where they pass, so that a hang is told soon.
    private func red(
        _ tests: [RegressionDraft.Test], _ draft: RegressionDraft, _ took: Duration
    ) async throws -> [RegressionDraft.Test] {
        try await workspace.checkout(broken, sparing: [draft.path])
        try await workspace.write(files: [draft.path: draft.file(with: tests)])
        let build = try await workspace.build()
        guard build.succeeded else { return brokenDoesNotBuild ? tests : [] }
        var limits = options.testLimits
        limits.perTest = min(limits.perTest, .seconds(3), max(.milliseconds(700), took * 10))
        limits.maximumTimeOuts = tests.count
        let run = try await workspace.test(
            .only(Set(tests.map(\.id))), limits: limits, environment: CandidateTrial.withoutBacktrace)
        let failed = Set(run.tests(.failed) + run.tests(.crashed) + run.tests(.timedOut))
        return tests.filter { failed.contains($0.id) }
    }

    private static func errorLines(_ evidence: Evidence, in path: String) -> [Int] {
        evidence.console.split(separator: "\n").compactMap { line in
            guard line.contains(": error: "), let range = line.firstRange(of: "/" + path + ":") else {
                return nil
            }
            return Int(line[range.upperBound...].prefix { $0.isNumber })
        }
    }

    private static func covers(_ test: RegressionDraft.Test, line: Int, in text: String) -> Bool {
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = rows.firstIndex(where: { $0.contains("func \(test.name)(") }) else { return false }
        let end = rows[(start + 1)...].firstIndex { $0.contains("func test_") } ?? rows.count
        return (start + 1...end).contains(line)
    }
}
