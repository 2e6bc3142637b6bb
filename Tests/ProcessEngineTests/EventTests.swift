import Foundation
import Testing
import Watchdog
import WatchdogEngines

/// Live: real processes, real time.
@Suite(.serialized) struct EventTests {
    @Test func a_crash_is_told_with_its_exit_code_within_fifty_milliseconds() async throws {
        try await Sandbox.with { sandbox in
            let engine = sandbox.engine
            let log = EventLog()
            await log.listen(to: engine)
            let id = try await sandbox.run("sleep 60 & wait")
            var times: [Double] = []
            for _ in 0..<20 {
                _ = await engine.perform(.start(id: id))
                await log.clear()
                let start = ContinuousClock.now
                kill(try sandbox.program(id), SIGKILL)
                #expect(try await eventually { await log.kinds.contains(.died(exitCode: 137)) })
                let end = try #require(await log.time(of: .died(exitCode: 137)))
                times.append(start.duration(to: end).inSeconds * 1000)
                #expect(await !log.kinds.contains(.signalled), "nobody asked the engine")
            }
            times.sort()
            print(
                "crash to event: median \((times[10] * 10).rounded() / 10) ms,",
                "longest \(((times.last ?? 0) * 10).rounded() / 10) ms")
            #expect(times[10] < 50)
            await log.stop()
        }
    }

    @Test func a_stop_is_told_as_a_request_before_the_end() async throws {
        try await Sandbox.with { sandbox in
            let log = EventLog()
            let engine = sandbox.engine
            await log.listen(to: engine)
            let id = try await sandbox.run("sleep 60")
            #expect(try await eventually { await log.kinds.contains(.started) })
            #expect(await log.kinds == [.created, .started])
            await log.clear()
            _ = await engine.perform(.stop(id: id, timeout: .seconds(1)))
            #expect(try await eventually { await log.kinds.contains(.stopped) })
            #expect(await log.kinds == [.signalled, .died(exitCode: 143), .stopped])
            await log.clear()
            _ = await engine.perform(.rename(id: id, name: "other"))
            _ = await engine.perform(.remove(id: id))
            #expect(try await eventually { await log.kinds.contains(.removed) })
            #expect(await log.kinds == [.renamed, .removed])
            await log.stop()
        }
    }

    @Test func what_another_engine_on_the_same_root_does_is_told_too() async throws {
        try await Sandbox.with { sandbox in
            let log = EventLog()
            await log.listen(to: sandbox.engine)
            let other = sandbox.engine
            let id = try await sandbox.run("sleep 60")
            #expect(try await eventually { await log.kinds == [.created, .started] })
            await log.clear()
            _ = await other.perform(.restart(id: id, timeout: .seconds(1)))
            #expect(try await eventually { await log.kinds.contains(.started) })
            #expect(await log.kinds == [.signalled, .died(exitCode: 143), .stopped, .started])
            await log.clear()
            try await other.signal(id, SIGTERM)
            #expect(try await eventually { await log.kinds.count == 2 })
            #expect(await log.kinds == [.signalled, .died(exitCode: 143)])
            await log.stop()
        }
    }

    @Test func a_program_beyond_its_memory_limit_is_killed_and_told_as_out_of_memory() async throws {
        try await Sandbox.with { sandbox in
            let log = EventLog()
            await log.listen(to: sandbox.engine)
            // Children count too: the memory is taken by one.
            let id = try await sandbox.run(
                "sh -c 's=0123456789; while :; do s=$s$s; [ ${#s} -gt 1000000 ] && sleep 0.02; done' & wait",
                settings: ProcessSettings(memoryLimitBytes: 32 << 20))
            #expect(try await eventually { try await sandbox.container()?.state == .exited })
            let container = try #require(try await sandbox.container())
            #expect(container.isOutOfMemory && container.exitCode == 137)
            #expect(try await eventually { await log.kinds.contains(.died(exitCode: 137)) })
            #expect(await log.kinds.suffix(2) == [.outOfMemory, .died(exitCode: 137)])
            _ = await sandbox.engine.perform(.start(id: id))
            #expect(try await sandbox.container()?.isOutOfMemory == false)
            await log.stop()
        }
    }

    @Test func a_program_below_its_memory_limit_is_left_alone() async throws {
        try await Sandbox.with { sandbox in
            _ = try await sandbox.run("sleep 60", settings: ProcessSettings(memoryLimitBytes: 32 << 20))
            try await Task.sleep(for: .milliseconds(300))
            #expect(try await sandbox.container()?.state == .running)
        }
    }
}
