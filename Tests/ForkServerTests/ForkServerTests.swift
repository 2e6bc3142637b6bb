import Foundation
import Incident
import Testing

@testable import Workspace

@Suite(.serialized) enum ForkServerSuites {
    @Suite(.serialized, WovenPackageTrait()) struct ForkServerTests {
        typealias Unit = WovenPackage.Unit

        private func withServer(
            limits: ForkLimits = ForkLimits(), environment: [String: String] = [:],
            mayUseNamespaces: Bool = true, _ body: (ForkServer) async throws -> Void
        ) async throws {
            var setup = try WovenPackage.shared().setup
            setup.limits = limits
            setup.environment = environment
            setup.mayUseNamespaces = mayUseNamespaces
            let server = try await ForkServer.start(setup)
            do {
                try await body(server)
            } catch {
                await server.stop()
                throw error
            }
            await server.stop()
            #expect(processes(mentioning: setup.bundle).isEmpty)
        }

        @Test func the_server_lists_the_tests_of_both_frameworks() async throws {
            try await withServer { server in
                print("isolation:", server.isolation)
                let xctests = try await server.listing(of: .xctest)
                #expect(xctests == WovenPackage.xctests)
                let swiftTests = try await server.listing(of: .swiftTesting)
                #expect(Set(swiftTests) == Set(WovenPackage.swiftTests))
            }
        }

        @Test(arguments: [true, false])
        func a_job_switches_its_candidate_on_and_the_next_one_does_not_see_it(_ full: Bool) async throws {
            try await withServer(mayUseNamespaces: full) { server in
                for framework in [TestEvent.Framework.xctest, .swiftTesting] {
                    let isX = framework == .xctest
                    let original = try await server.run(WovenPackage.job(framework))
                    #expect(original.passed, "\(original.console)")
                    #expect(original.tests(.passed).count == 6)
                    let minus = try await server.run(WovenPackage.job(framework, [(Unit.add, 1)]))
                    #expect(!minus.passed)
                    #expect(
                        Set(minus.tests(.failed))
                            == (isX ? ["test1Add", "test4Both"] : ["adds()", "exits()"]))
                    let equivalent = try await server.run(WovenPackage.job(framework, [(Unit.add, 3)]))
                    #expect(equivalent.passed)
                    let waits = try await server.run(WovenPackage.job(framework, [(Unit.wait, 1)]))
                    #expect(waits.tests(.failed) == (isX ? ["test5Waits"] : ["waits()"]))
                    #expect(try await server.run(WovenPackage.job(framework)).passed)
                }
            }
        }

        @Test func a_job_runs_the_tests_it_names_and_no_others() async throws {
            try await withServer { server in
                let x = try await server.run(
                    WovenPackage.job(.xctest, tests: ["test2Half", "test5Waits"]))
                #expect(x.passed)
                #expect(x.outcomes.map(\.test) == [WovenPackage.xctests[1], WovenPackage.xctests[4]])
                let s = try await server.run(WovenPackage.job(.swiftTesting, tests: ["halves", "waits"]))
                #expect(s.passed)
                #expect(
                    Set(s.outcomes.map(\.test)) == [WovenPackage.swiftTests[1], WovenPackage.swiftTests[3]])
                #expect(s.events.contains("runEnded"))
            }
        }

        @Test func arguments_have_no_limit() async throws {
            try await withServer { server in
                let made = (0..<8000).map { "WardTests.Made\($0)Tests/testSomethingThatIsNotThere" }
                for framework in [TestEvent.Framework.xctest, .swiftTesting] {
                    var job = WovenPackage.job(framework, tests: ["test1Add", "adds"])
                    if framework == .xctest { job.tests += made }
                    job.listing += made
                    let bytes = job.arguments(bundle: "", eventPath: "").reduce(0) { $0 + $1.utf8.count }
                    if framework == .xctest { #expect(bytes > 300_000) }
                    let result = try await server.run(job)
                    #expect(result.termination == .exited(0), "\(result.console.suffix(300))")
                    #expect(result.tests(.passed).count == 1)
                }
            }
        }

        @Test func hits_say_which_places_each_test_reached() async throws {
            try await withServer { server in
                var reach: [String: Set<Int32>] = [:]
                for framework in [TestEvent.Framework.xctest, .swiftTesting] {
                    for test in framework == .xctest ? WovenPackage.xctests : WovenPackage.swiftTests {
                        var job = WovenPackage.job(framework, recordsHits: true)
                        job.tests = [test]
                        reach[String(test.split(separator: "/")[1])] = try await server.run(job).hits
                    }
                }
                #expect(reach["test1Add"] == [Unit.add])
                #expect(reach["test2Half"] == [Unit.half])
                #expect(reach["test4Both"] == [Unit.add, Unit.half])
                #expect(reach["adds()"] == [Unit.add])
                #expect(reach["waits()"] == [Unit.wait])
                // Reached in a process that the test starts.
                #expect(reach["exits()"] == [Unit.add])
                #expect(try await server.run(WovenPackage.job(.xctest)).hits.isEmpty)
            }
        }

        @Test func up_to_four_candidates_are_active_at_once() async throws {
            try await withServer { server in
                // (2 * 3 == 6, not 5), (8 / 2 + 1 == 5, not 4), and 16 / 2 + 1 in the test of both.
                let pair = try await server.run(
                    WovenPackage.job(.xctest, [(Unit.add, 2), (Unit.half, 1)], recordsHits: true))
                #expect(pair.tests(.failed) == ["test1Add", "test2Half", "test4Both"])
                #expect(pair.hits.isSuperset(of: [Unit.add, Unit.half]))
                // The second undoes the first where both are reached.
                let four = try await server.run(
                    WovenPackage.job(.xctest, [(9, 1), (Unit.wait, 1), (Unit.half, 2), (Unit.add, 3)]))
                #expect(four.tests(.failed) == ["test2Half", "test4Both", "test5Waits"])
                await #expect(throws: LabError.self) {
                    try await server.run(
                        WovenPackage.job(.xctest, [(1, 1), (2, 1), (3, 1), (4, 1), (5, 1)]))
                }
            }
        }

        @Test(arguments: [true, false])
        func crash_exit_kill_and_hang_are_told_apart(_ full: Bool) async throws {
            try await withServer(mayUseNamespaces: full) { server in
                for framework in [TestEvent.Framework.xctest, .swiftTesting] {
                    let name = framework == .xctest ? "test3End" : "ends()"
                    func end(_ number: Int32, wall: Duration = .seconds(20)) async throws -> ForkResult {
                        try await server.run(
                            WovenPackage.job(
                                framework, [(Unit.end, number)], tests: ["test", "ends"], wall: wall))
                    }
                    let crash = try await end(1)
                    #expect([.signalled(SIGTRAP), .signalled(SIGILL)].contains(crash.termination))
                    #expect(crash.tests(.crashed) == [name])
                    #expect(crash.console.contains("on purpose"))
                    // An end that looks like success.
                    let zero = try await end(2)
                    #expect(zero.termination == .exited(0))
                    #expect(!zero.passed)
                    #expect(zero.tests(.crashed) == [name])
                    #expect(try await end(3).termination == .exited(7))
                    let hang = try await end(4, wall: .milliseconds(500))
                    #expect(hang.termination == .timedOut)
                    #expect(hang.tests(.timedOut) == [name])
                    #expect(hang.cpu > .milliseconds(50))
                    // Long before the clock would tell.
                    var busy = WovenPackage.job(framework, [(Unit.end, 4)], tests: ["test", "ends"])
                    busy.cpu = .milliseconds(200)
                    let spun = try await server.run(busy)
                    #expect(spun.termination == .timedOut)
                    #expect(spun.duration < busy.wall)
                    let killed = try await end(5)
                    #expect(killed.termination == .signalled(SIGKILL))
                    #expect(killed.tests(.crashed) == [name])
                    if framework == .xctest {
                        #expect(killed.tests(.passed) == ["test1Add", "test2Half"])
                        #expect(killed.tests(.notRun) == ["test4Both", "test5Waits", "test6Behaves"])
                    }
                }
            }
        }

        @Test func output_is_kept_at_both_ends_and_breaks_nothing() async throws {
            try await withServer(limits: ForkLimits(consoleBytes: 64 << 10)) { server in
                for framework in [TestEvent.Framework.xctest, .swiftTesting] {
                    let result = try await server.run(WovenPackage.job(framework, [(Unit.end, 6)]))
                    #expect(result.passed)
                    #expect(result.console.utf8.count < 70 << 10)
                    #expect(result.console.contains("bytes left out"))
                    #expect(result.tests(.passed).count == 6)
                }
                #expect(try await server.run(WovenPackage.job(.xctest)).passed)
            }
        }

        @Test func a_cancelled_job_leaves_nothing() async throws {
            let setup = try WovenPackage.shared().setup
            let pool = try await ForkPool.start(setup, servers: 1)
            let job = WovenPackage.job(.xctest, [(Unit.end, 4)])
            let task = Task { try await pool.run(job) }
            while processes(mentioning: setup.bundle).count < 4 { await uncancellableSleep(.milliseconds(5)) }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(processes(mentioning: setup.bundle).isEmpty)
            // The pool starts another server when one is needed.
            #expect(try await pool.run(WovenPackage.job(.xctest)).passed)
            await pool.stop()
            await #expect(throws: CancellationError.self) { try await pool.run(WovenPackage.job(.xctest)) }
            #expect(processes(mentioning: setup.bundle).isEmpty)
        }

        @Test func a_server_that_is_killed_is_replaced() async throws {
            let setup = try WovenPackage.shared().setup
            let pool = try await ForkPool.start(setup, servers: 2)
            #expect(try await pool.run(WovenPackage.job(.xctest)).passed)
            for server in processes(mentioning: setup.bundle) { kill(server, SIGKILL) }
            #expect(try await pool.run(WovenPackage.job(.xctest)).passed)
            // In the middle of a job.
            let task = Task {
                try await pool.run(WovenPackage.job(.xctest, [(Unit.end, 4)], wall: .seconds(1)))
            }
            await uncancellableSleep(.milliseconds(200))
            for server in processes(mentioning: setup.bundle) { kill(server, SIGKILL) }
            #expect(try await task.value.termination == .timedOut)
            await pool.stop()
            #expect(processes(mentioning: setup.bundle).isEmpty)
        }

        @Test func a_bundle_without_the_library_is_not_started() async throws {
            var setup = try WovenPackage.shared().setup
            setup.bundle = "/bin/ls"
            let error = await #expect(throws: LabError.self) { try await ForkServer.start(setup) }
            #expect(error?.code == .unavailable)
        }

        @Test func what_waits_for_a_processor_is_not_out_of_time() async throws {
            let setup = try WovenPackage.shared().setup
            let crowd = 4 * ProcessInfo.processInfo.activeProcessorCount
            let pool = try await ForkPool.start(setup, servers: crowd)
            let jobs = (0..<crowd).map { _ in
                WovenPackage.job(.xctest, [(Unit.end, 7)], tests: ["test3"], wall: .milliseconds(700))
            }
            let results = try await pool.run(jobs)
            #expect(results.filter { !$0.passed }.map(\.termination) == [])
            // Each has a quarter of the machine, if as much.
            #expect(results.contains { $0.waited * 4 > $0.duration })
            await pool.stop()
        }

        @Test(arguments: [(8, "order "), (9, "numbers ")])
        func sets_have_the_same_order_and_random_numbers_are_the_same_in_every_child(
            _ number: Int32, _ start: String
        ) async throws {
            var printed: Set<String> = []
            for _ in 0..<2 {
                let server = try await ForkServer.start(try WovenPackage.shared().setup)
                for _ in 0..<2 {
                    let result = try await server.run(
                        WovenPackage.job(.xctest, [(Unit.end, number)], tests: ["test3"]))
                    let lines = result.console.split(separator: "\n").filter { $0.hasPrefix(start) }
                    #expect(lines.count == 1)
                    printed.formUnion(lines.map(String.init))
                }
                await server.stop()
            }
            #expect(printed.count == 1)
        }

        @Test func two_hundred_candidates_run_in_the_order_of_their_jobs() async throws {
            let setup = try WovenPackage.shared().setup
            let pool = try await ForkPool.start(setup, servers: 2)
            for framework in [TestEvent.Framework.xctest, .swiftTesting] {
                let jobs = (0..<200).map { n in
                    WovenPackage.job(
                        framework, n % 4 == 0 ? [] : [(Unit.add, Int32(n % 4))],
                        tests: ["test1", "test2", "test4", "adds", "halves", "waits"])
                }
                let started = ContinuousClock.now
                let results = try await pool.run(jobs)
                let duration = ContinuousClock.now - started
                print(
                    "200 candidates, 3 tests of \(framework.rawValue), 2 servers: \(duration);",
                    "mean", results.reduce(.zero) { $0 + $1.duration } / 200,
                    "cpu", results.reduce(.zero) { $0 + $1.cpu } / 200)
                #expect(results.map(\.passed) == (0..<200).map { $0 % 4 == 0 || $0 % 4 == 3 })
                #expect(!results.contains { $0.wroteFiles })
                var seen: Set<Int> = []
                for try await (index, result) in pool.results(of: Array(jobs.prefix(20))) {
                    seen.insert(index)
                    #expect(result.job == jobs[index])
                }
                #expect(seen == Set(0..<20))
            }
            await pool.stop()
        }
    }
}
