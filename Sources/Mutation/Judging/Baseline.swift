import Incident
import Trials
import Workspace

/// The tests of the unchanged package: which pass, what each reaches, and in what order they are tried.
struct Baseline: Sendable {
    /// Tests that pass every time.
    private(set) var usable: [TestBench.Look] = []
    /// Tests that failed every time.
    private(set) var failing: [String] = []
    /// Tests that failed once and passed once.
    private(set) var flaky: [String] = []
    /// All of them pass in one process, too.
    private(set) var mayShare = true
    let bench: TestBench
    /// Units by file and function, see ``nearest(to:among:)``.
    private var places: [[String]: Set<Int32>] = [:]

    /// Throws `LabError` with code `badInput` when the package has no test.
    init(
        pool: ForkPool, wall: Duration, isolation: isolated (any Actor)? = #isolation,
        progress: (Int, Int) -> Void
    ) async throws {
        var bench = try await TestBench(pool)
        guard !bench.tests.isEmpty else {
            throw LabError(
                .badInput, "The package has no tests, so nothing can notice a mutant.",
                hint: "Write tests first; `--list` shows the mutants they should notice.")
        }
        try await bench.explore(wall: wall, progress: progress)
        self.bench = bench
        // Together in one child for each framework, where what a test leaves behind shows; then what failed, alone.
        let passed = bench.looks.filter { $0.result == .passed }
        var doubtful = Set(bench.looks.filter(\.failed).map(\.test))
        var together: Set<TestBench.Test> = []
        for job in bench.jobs(passed.map(\.test), active: [], wantsEvents: true) {
            var job = job
            job.wall = job.wall + wall
            let result = try await pool.run(job)
            if result.passed { continue }
            mayShare = false
            let fine = Set(result.outcomes.filter { $0.result == .passed }.map(\.test))
            together.formUnion(
                job.tests.filter { !fine.contains($0) }.map { .init(framework: job.framework, name: $0) })
        }
        doubtful.formUnion(together)
        var passedAgain: Set<TestBench.Test> = []
        let again = bench.tests.filter(doubtful.contains)
        let jobs = again.map { test in
            ForkJob(
                framework: test.framework, tests: [test.name], listing: bench.listings[test.framework] ?? [],
                wall: wall)
        }
        for (test, result) in zip(again, try await pool.run(jobs)) where result.passed {
            passedAgain.insert(test)
        }
        for look in bench.looks where look.result != .skipped {
            let isFine = !doubtful.contains(look.test) || passedAgain.contains(look.test)
            switch (look.failed, isFine) {
            case (false, true): usable.append(look)
            case (true, false): failing.append(look.test.name)
            default: flaky.append(look.test.name)
            }
        }
    }

    /// The tests that reach a unit, the likeliest to fail under a change of it first.
    ///
    /// What reaches little else is about it. Measured times differ from run to run, so they only part the slow from the
    /// quick: the same package is judged in the same order.
    func covering(_ unit: Int32) -> [TestBench.Look] {
        usable.filter { $0.hits.contains(unit) }.sorted {
            ($0.slowness, $0.hits.count, $0.test.name)
                < ($1.slowness, $1.hits.count, $1.test.name)
        }
    }

    mutating func place(_ unit: Int32, in path: String, _ function: String) {
        places[[path, function], default: []].insert(unit)
    }

    func units(in path: String, _ function: String) -> Set<Int32> { places[[path, function]] ?? [] }

    /// All tests, those that reach any of some units first.
    func ordered(near units: Set<Int32>) -> [TestBench.Look] {
        func key(_ look: TestBench.Look) -> (Int, Int, Int, String) {
            (look.hits.isDisjoint(with: units) ? 1 : 0, look.slowness, look.hits.count, look.test.name)
        }
        return usable.sorted { key($0) < key($1) }
    }

    /// Of the tests that reach a unit, the one that reaches most of some units around it, and little else.
    func nearest(to unit: Int32, among units: Set<Int32>) -> String? {
        usable.filter { $0.hits.contains(unit) }.min {
            let (a, b) = ($0.hits.intersection(units).count, $1.hits.intersection(units).count)
            return (-a, $0.hits.count, $0.test.name) < (-b, $1.hits.count, $1.test.name)
        }?.test.name
    }
}
