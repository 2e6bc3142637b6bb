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
        package var duration: Duration
        /// Processor time, which does not depend on what else the machine does.
        package var cpu: Duration

        package var failed: Bool { result != .passed && result != .skipped }
    }

    /// Time that a test of a healthy package is given at least, whatever the others took.
    private static let floor = Duration.milliseconds(250)

    private let pool: ForkPool
    package private(set) var listings: [TestEvent.Framework: [String]]
    package private(set) var looks: [Look] = []

    package init(_ pool: ForkPool) async throws {
        self.pool = pool
        var listings: [TestEvent.Framework: [String]] = [:]
        for framework in [TestEvent.Framework.xctest, .swiftTesting] {
            let names = try await pool.listing(of: framework)
            if !names.isEmpty { listings[framework] = names }
        }
        self.listings = listings
    }

    /// The same tests in another bundle of the package, which may hold more.
    package func moved(to pool: ForkPool, isolation: isolated (any Actor)? = #isolation) async throws
        -> TestBench
    {
        var bench = try await TestBench(pool)
        bench.looks = looks
        return bench
    }

    package var tests: [Test] {
        [TestEvent.Framework.xctest, .swiftTesting].flatMap { framework in
            (listings[framework] ?? []).map { Test(framework: framework, name: $0) }
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
                test: all[index], result: outcome, hits: result.hits, duration: result.duration,
                cpu: result.cpu)
            progress(found.count, all.count)
        }
        looks = all.indices.compactMap { found[$0] }
    }

    /// What a child with these tests is given: several times what they took, since a candidate may do more.
    package func wall(for tests: [Test]) -> Duration {
        let known = Set(tests)
        let passing = looks.filter { known.contains($0.test) && !$0.failed }
        let all = looks.filter { !$0.failed }.map(\.duration).sorted()
        let typical = all.isEmpty ? .milliseconds(20) : all[all.count / 2]
        let sum = passing.reduce(Duration.zero) { $0 + $1.duration } + typical * (tests.count - passing.count)
        return Self.floor + sum * 3
    }

    /// One job for each framework that has any of the tests.
    package func jobs(_ tests: [Test], active: [ForkJob.Choice], wantsEvents: Bool = false) -> [ForkJob] {
        [TestEvent.Framework.xctest, .swiftTesting].compactMap { framework in
            let listing = listings[framework] ?? []
            let wanted = Set(tests.filter { $0.framework == framework }.map(\.name))
            let own = listing.filter(wanted.contains)
            if own.isEmpty { return nil }
            return ForkJob(
                active: active, framework: framework, tests: own, listing: listing,
                wall: wall(for: own.map { Test(framework: framework, name: $0) }),
                wantsEvents: wantsEvents)
        }
    }
}
