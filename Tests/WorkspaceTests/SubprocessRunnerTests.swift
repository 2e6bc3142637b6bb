import Foundation
import Incident
import Testing

@testable import Workspace

@Suite(.tags(.live), .timeLimit(.minutes(1)))
struct SubprocessRunnerTests {
    private let runner = SubprocessRunner()

    private func shell(
        _ script: String, limits: ProcessLimits = ProcessLimits(), environment: [String: String] = [:]
    ) async throws -> ProcessResult {
        try await runner.run(Command("/bin/sh", ["-c", script], environment: environment, limits: limits))
    }

    @Test func standard_output_and_standard_error_come_in_the_order_they_were_written() async throws {
        let result = try await shell("echo one; echo two >&2; echo three; exit 3")
        #expect(result.console == "one\ntwo\nthree\n")
        #expect(result.termination == .exited(3))
    }

    @Test func standard_input_is_empty() async throws {
        #expect(try await shell("cat; echo end").console == "end\n")
    }

    @Test func a_signal_is_reported_as_such() async throws {
        #expect(try await shell("kill -SEGV $$").termination == .signalled(SIGSEGV))
    }

    @Test func a_gigabyte_of_output_is_read_and_left_out() async throws {
        let limits = ProcessLimits(consoleBytes: 100_000)
        let result = try await shell("echo first; yes | head -c 1000000000; echo last", limits: limits)
        #expect(result.termination == .exited(0))
        #expect(result.console.hasPrefix("first\ny\n"))
        #expect(result.console.hasSuffix("y\nlast\n"))
        #expect(result.console.utf8.count <= 100_100)
        #expect(result.console.contains(" bytes left out …]\n"))
    }

    @Test func the_wall_limit_ends_a_process_that_ignores_SIGTERM() async throws {
        let limits = ProcessLimits(wall: .milliseconds(300), grace: .milliseconds(200))
        let result = try await shell(
            "trap '' TERM; echo started; while true; do sleep 0.05; done", limits: limits)
        #expect(result.termination == .timedOut)
        #expect(result.console == "started\n")
        #expect(result.duration >= .milliseconds(450))
        #expect(result.duration < .seconds(10))
    }

    @Test func the_idle_limit_spares_a_process_that_gets_on() async throws {
        let limits = ProcessLimits(idle: .milliseconds(800))
        let busy = try await shell("for i in 1 2 3 4 5 6; do echo $i; sleep 0.2; done", limits: limits)
        #expect(busy.termination == .exited(0))
        let idle = try await shell("echo 1; sleep 100", limits: limits)
        #expect(idle.termination == .timedOut)
    }

    #if os(Linux)
        @Test func the_busy_limit_ends_what_computes_without_getting_on() async throws {
            let limits = ProcessLimits(idle: .seconds(50), busy: .seconds(1))
            let result = try await shell("echo started; while :; do :; done", limits: limits)
            #expect(result.termination == .timedOut)
            #expect(result.console == "started\n")
            #expect(result.duration < .seconds(40))
        }

        @Test(arguments: [
            "sleep 4",
            """
            end=$(($(date +%s) + 4))
            while [ $(date +%s) -lt $end ]; do
                i=0; while [ $i -lt 20000 ]; do i=$((i + 1)); done
                echo on
            done
            """,
        ])
        func the_busy_limit_spares_what_waits_or_gets_on(_ script: String) async throws {
            let limits = ProcessLimits(idle: .seconds(50), busy: .seconds(2))
            #expect(try await shell(script, limits: limits).termination == .exited(0))
        }
    #endif

    @Test func the_caller_says_what_counts_as_progress() async throws {
        let monitor = StubbornMonitor()
        let command = Command(
            "/bin/sh", ["-c", "while true; do echo noise; sleep 0.01; done"],
            limits: ProcessLimits(idle: .milliseconds(300)), monitor: monitor)
        #expect(try await runner.run(command).termination == .timedOut)
        #expect(monitor.sawNoise)
        #expect(monitor.wasAlive)
    }

    @Test func children_die_with_the_group_when_the_leader_ends() async throws {
        let result = try await shell("sleep 1000 & echo $!")
        let child = try #require(Int32(result.console.trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(!ProcessTable.isAlive(child))
        #expect(result.duration < .seconds(10))
    }

    @Test func a_stray_that_left_the_group_by_setsid_and_floods_the_pipe_is_killed() async throws {
        let result = try await shell("setsid sh -c 'echo $$; exec yes' & sleep 0.3; exit 7")
        #expect(result.termination == .exited(7))
        let stray = try #require(Int32(result.console.prefix { $0 != "\n" }))
        #expect(!ProcessTable.isAlive(stray))
    }

    @Test func cancellation_kills_the_whole_group() async throws {
        let mark = "31\(Int.random(in: 100_000...999_999))"
        let task = Task { try await shell("sleep \(mark) & sleep \(mark)") }
        while processes(mentioning: mark).count < 3 { try await Task.sleep(for: .milliseconds(10)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(processes(mentioning: mark).isEmpty)
    }

    @Test func limits_hold_in_the_process_and_core_dumps_are_off() async throws {
        let limits = ProcessLimits(addressSpaceBytes: 512 << 20, fileBytes: 1 << 20)
        let result = try await shell("ulimit -c; ulimit -v; ulimit -f", limits: limits)
        #expect(result.console == "0\n524288\n2048\n")
    }

    @Test func the_environment_is_cleaned_and_added_to() async throws {
        let cleaned = CleanEnvironment.variables(from: [
            "PATH": "/bin", "HOME": "/h", "LD_PRELOAD": "/x.so", "GIT_DIR": "/g",
            "XCTestConfigurationFilePath": "/c",
            "SWIFT_BACKTRACE": "enable=no", "DATABASE_URL": "u", "1BAD": "",
        ])
        #expect(
            cleaned == ["PATH": "/bin", "HOME": "/h", "DATABASE_URL": "u", "NO_COLOR": "1", "TERM": "dumb"])
        let result = try await shell("echo $ADDED $NO_COLOR $HEALING_LAB_RUN", environment: ["ADDED": "yes"])
        #expect(result.console.hasPrefix("yes 1 "))
        #expect(result.console.contains("lab:"))
    }

    @Test func a_missing_executable_is_unavailable() async throws {
        for name in ["no-such-program", "/no/such/program"] {
            let error = await #expect(throws: LabError.self) { try await runner.run(Command(name)) }
            #expect(error?.code == .unavailable)
            #expect(error?.message.contains(name) == true)
        }
    }

    @Test func many_runs_at_once_do_not_disturb_one_another() async throws {
        try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<20 { group.addTask { try await shell("echo \(number)").console } }
            var seen: Set<String> = []
            for try await console in group { seen.insert(console) }
            #expect(seen.count == 20)
        }
    }
}
