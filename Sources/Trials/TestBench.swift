package import Incident
package import Workspace

/// The tests of a woven bundle, what each reaches and how long it takes.
package struct TestBench: Sendable {
    package struct Test: Sendable, Hashable {
        package var framework: TestEvent.Framework
        package var name: String

        package init(framework: TestEvent.Framework, name: String) {
            self.framework = framework
            self.name = name
        }
    }

    package struct Look: Sendable {
        package var test: Test
        package var result: TestOutcome.Result
        package var hits: Set<Int32>
        /// Without what it waited for a processor.
        package var duration: Duration
        /// Processor time, which does not depend on what else the machine does.
        package var cpu: Duration

        package var failed: Bool { result != .passed && result != .skipped }

        /// 0 quick, 1 slow, 2 very slow, see ``TestPace``.
        package var slowness = 0

        /// About what a test of its slowness takes, for sums that are the same in every run.
        package var nominalDuration: Duration {
            [.milliseconds(40), .milliseconds(600), .seconds(6)][slowness]
        }
    }

    /// Time that a test of a healthy package is given at least, whatever the others took.
    private static let floor = Duration.milliseconds(250)
    private static let cpuFloor = Duration.milliseconds(60)

    private let pool: ForkPool
    package private(set) var listings: [TestEvent.Framework: [String]]
    package private(set) var looks: [Look] = []

    /// Throws `LabError` with code `badInput` where the scope of the pool's set-up leaves no test.
    package init(_ pool: ForkPool) async throws {
        self.pool = pool
        var listings: [TestEvent.Framework: [String]] = [:]
        for framework in [TestEvent.Framework.xctest, .swiftTesting] {
            let names = try await pool.listing(of: framework)
            if !names.isEmpty { listings[framework] = names }
        }
        self.listings = listings
        try pool.setup.scope.check(listings.values.flatMap(\.self))
    }

    /// The same tests in another bundle of the package, which may hold more.
    package func moved(to pool: ForkPool, isolation: isolated (any Actor)? = #isolation) async throws
        -> TestBench
    {
        var bench = try await TestBench(pool)
        bench.looks = looks
        return bench
    }

    /// The tests that count.
    package var tests: [Test] {
        [TestEvent.Framework.xctest, .swiftTesting].flatMap { framework in
            (listings[framework] ?? []).filter(pool.setup.scope.includes)
                .map { Test(framework: framework, name: $0) }
        }
    }

    /// Runs every test by itself and notes what it reaches.
    package mutating func explore(
        wall: Duration, isolation: isolated (any Actor)? = #isolation,
        progress: (Int, Int) -> Void = { _, _ in }
    ) async throws {
        let all = tests
        let jobs = all.map { test in
            ForkJob(
                framework: test.framework, tests: [test.name], listing: listings[test.framework] ?? [],
                wall: wall, recordsHits: true)
        }
        var found: [Int: Look] = [:]
        for try await (index, result) in pool.results(of: jobs) {
            let outcome =
                result.outcomes.first { $0.test == all[index].name }?.result
                ?? (result.termination == .timedOut ? .timedOut : .notRun)
            found[index] = Look(
                test: all[index], result: outcome, hits: result.hits, duration: result.ownDuration,
                cpu: result.cpu)
            progress(found.count, all.count)
        }
        // What disturbs a test makes it longer, never shorter; what disturbs it most is another test.
        for _ in 0..<Self.repeats {
            let doubtful = all.indices.filter {
                found[$0].map { $0.result == .passed && TestPace.isDoubtful($0.duration) } == true
            }
            func note(_ index: Int, _ result: ForkResult) {
                guard result.passed, var look = found[index] else { return }
                look.duration = min(look.duration, result.ownDuration)
                found[index] = look
            }
            let time = doubtful.reduce(Duration.zero) { $0 + (found[$1]?.duration ?? .zero) }
            if time < Self.mostAlone {
                for index in doubtful { note(index, try await pool.run(jobs[index])) }
            } else {
                for try await (index, result) in pool.results(of: doubtful.map { jobs[$0] }) {
                    note(doubtful[index], result)
                }
            }
        }
        looks = all.indices.compactMap { found[$0] }
        let pace = TestPace(looks.map(\.duration))
        for index in looks.indices { looks[index].slowness = pace.slowness(of: looks[index].duration) }
    }

    /// More measurements of a test that could be quick as well as slow.
    private static let repeats = 3
    /// Tests that could be either are measured one at a time unless that takes longer.
    private static let mostAlone = Duration.seconds(10)

    /// What a child with these tests is given: several times what they took, since a candidate may do more.
    package func wall(for tests: [Test], patience: Int = 1) -> Duration {
        patient((Self.floor + taken(by: tests, \.duration) * 3) * patience, tests, patience, \.duration)
    }

    /// Processor time that a child with these tests is given: many times what they took, but no more than a loop without
    /// end needs to be told from a slow one.
    package func cpu(for tests: [Test], patience: Int = 1) -> Duration {
        patient((Self.cpuFloor + taken(by: tests, \.cpu) * 6) * patience, tests, patience, \.cpu)
    }

    /// What failed at once may be the longest of all where it passes.
    private func patient(
        _ limit: Duration, _ tests: [Test], _ patience: Int, _ time: (Look) -> Duration
    ) -> Duration {
        guard patience > 1 else { return limit }
        return max(limit, min(Self.longest, taken(by: tests, time, atMost: true) * 2))
    }

    private static let longest = Duration.seconds(30)

    private func taken(by tests: [Test], _ time: (Look) -> Duration, atMost: Bool = false) -> Duration {
        Self.taken(by: tests, looks, time, atMost: atMost)
    }

    /// What one child with these tests takes; each was seen in a child of its own, most of whose time was its start.
    ///
    /// - Parameter atMost: whether a test that failed counts as long as the longest, or as one in the middle.
    static func taken(
        by tests: [Test], _ looks: [Look], _ time: (Look) -> Duration, atMost: Bool = false
    ) -> Duration {
        let known = Set(tests)
        let all = looks.filter { !$0.failed }.map(time).sorted()
        let start = all.first ?? .zero
        let usual = atMost ? all.last : all.isEmpty ? nil : all[all.count / 2]
        let typical = usual.map { $0 - start } ?? .milliseconds(20)
        let own = looks.filter { known.contains($0.test) }
        return own.reduce(start + typical * (tests.count - own.count)) { sum, look in
            if !look.failed { return sum + time(look) - start }
            // What fails late takes as long where it passes; what crashed or ran out of time tells nothing.
            return sum + max(typical, look.result == .failed ? time(look) - start : .zero)
        }
    }

    /// One job for each framework that has any of the tests.
    ///
    /// - Parameter patience: how many times the usual limits it is given.
    package func jobs(
        _ tests: [Test], active: [ForkJob.Choice], wantsEvents: Bool = false, patience: Int = 1
    ) -> [ForkJob] {
        [TestEvent.Framework.xctest, .swiftTesting].compactMap { framework in
            let listing = listings[framework] ?? []
            let wanted = Set(tests.filter { $0.framework == framework }.map(\.name))
            let own = listing.filter(wanted.contains)
            if own.isEmpty { return nil }
            let ownTests = own.map { Test(framework: framework, name: $0) }
            return ForkJob(
                active: active, framework: framework, tests: own, listing: listing,
                wall: wall(for: ownTests, patience: patience), cpu: cpu(for: ownTests, patience: patience),
                wantsEvents: wantsEvents)
        }
    }
}
