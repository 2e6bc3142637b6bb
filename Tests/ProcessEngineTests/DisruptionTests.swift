import Foundation
import Testing
import Watchdog
import WatchdogEngines

/// Harm done from outside, to real processes.
@Suite(.serialized) struct DisruptionTests {
    @Test func a_crash_is_no_request_and_another_container_is_none_the_worse() async throws {
        try await Sandbox.with { sandbox in
            let engine = sandbox.engine
            let log = EventLog()
            await log.listen(to: engine)
            let id = try await sandbox.run("sleep 60 & wait")
            let other = try await engine.run(name: "other", reference: "web:current")
            try await engine.crash(id)
            #expect(try await eventually { await log.kinds.contains(.died(exitCode: 137)) })
            #expect(await !log.kinds.contains(.signalled))
            #expect(isAlive(try sandbox.program(other)))
            let fault = await #expect(throws: EngineFault.self) { try await engine.crash(id) }
            #expect(fault?.code == .conflict)
            await log.stop()
        }
    }

    @Test func all_processes_are_frozen_and_go_on() async throws {
        try await Sandbox.with { sandbox in
            let engine = sandbox.engine
            let id = try await sandbox.run("(while :; do date +%N > child; sleep 0.01; done) & wait")
            let other = try await engine.run(name: "other", reference: "web:current")
            #expect(try await eventually { sandbox.read("fs/child", of: id) != nil })
            #expect(try await !engine.isFrozen(id))
            try await engine.freeze(id)
            #expect(try await engine.isFrozen(id))
            #expect(try await !engine.isFrozen(other))
            let before = sandbox.read("fs/child", of: id)
            try await Task.sleep(for: .milliseconds(100))
            #expect(sandbox.read("fs/child", of: id) == before, "a child still runs")
            #expect(try await sandbox.container()?.state == .running, "the engine knows of nothing")
            try await engine.thaw(id)
            #expect(try await !engine.isFrozen(id))
            #expect(try await eventually { sandbox.read("fs/child", of: id) != before })
        }
    }

    @Test func a_frozen_program_is_restarted() async throws {
        try await Sandbox.with { sandbox in
            let engine = sandbox.engine
            let id = try await sandbox.run("exec sleep 60")
            let before = try sandbox.program(id)
            try await engine.freeze(id)
            let reply = await engine.perform(.restart(id: id, timeout: .milliseconds(300)))
            #expect(reply == .done(id: nil))
            #expect(try sandbox.program(id) != before)
            #expect(try await !engine.isFrozen(id))
        }
    }
}
