import Foundation
import Testing
@testable import WatchdogServer

/// Live: datagrams between sockets of this machine.
@Suite(.timeLimit(.minutes(1)))
struct SystemdTests {
    static func name(_ isAbstract: Bool) -> String {
        isAbstract ? "@lab-\(UUID().uuidString)" : "/tmp/lab-\(UUID().uuidString.prefix(8)).sock"
    }

    /// Runs a notifier whose time passes as fast as the test lets it.
    func run(
        _ path: String, environment: [String: String] = [:],
        health: @escaping @Sendable () -> WatchHealth = { .ok },
        status: @escaping @Sendable () -> String = { "2 services, all healthy" },
        _ body: (SystemdNotifier, Recorder<Duration>, AsyncStream<Void>.Continuation) async throws -> Void
    ) async throws {
        let slept = Recorder<Duration>()
        let (ticks, tick) = AsyncStream<Void>.makeStream()
        let notifier = SystemdNotifier(
            environment: ["NOTIFY_SOCKET": path].merging(environment) { $1 }, process: 77, health: health,
            status: status,
            sleep: { duration in
                slept.add(duration)
                for await _ in ticks { return }
                throw CancellationError()
            })
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await notifier.run() }
            try await body(notifier, slept, tick)
            group.cancelAll()
            try await group.waitForAll()
        }
    }

    @Test(arguments: [false, true])
    func systemd_hears_of_start_beats_and_end(_ isAbstract: Bool) async throws {
        let path = Self.name(isAbstract)
        let supervisor = try DatagramSocket(path)
        try await run(path, environment: ["WATCHDOG_USEC": "60000000", "WATCHDOG_PID": "77"]) {
            _, slept, tick in
            #expect(await slept.next() == [.seconds(30)])
            #expect(supervisor.receive(now: true) == "READY=1\nSTATUS=2 services, all healthy")
            #expect(supervisor.receive(now: true) == "WATCHDOG=1")
            tick.yield()
            _ = await slept.next()
            #expect(supervisor.receive(now: true) == "WATCHDOG=1")
        }
        #expect(supervisor.receive(now: true) == "STOPPING=1\nSTATUS=Ends")
        #expect(supervisor.receive(now: true) == nil)
    }

    @Test func a_stuck_watch_sends_no_beats() async throws {
        let path = Self.name(true)
        let supervisor = try DatagramSocket(path)
        let health = Held(WatchHealth.ok)
        try await run(path, environment: ["WATCHDOG_USEC": "1000000"], health: { health.value }) {
            _, slept, tick in
            _ = await slept.next()
            _ = supervisor.receive(now: true)
            _ = supervisor.receive(now: true)
            health.value = .stuck("no probe\nREADY=1")
            tick.yield()
            _ = await slept.next()
            #expect(supervisor.receive(now: true) == "STATUS=Stuck: no probe\u{fffd}READY=1")
            tick.yield()
            _ = await slept.next()
            #expect(supervisor.receive(now: true) == nil)
            health.value = .ok
            tick.yield()
            _ = await slept.next()
            #expect(supervisor.receive(now: true) == "WATCHDOG=1\nSTATUS=2 services, all healthy")
        }
    }

    @Test func ready_is_not_told_before_the_watch_is_healthy() async throws {
        let path = Self.name(true)
        let supervisor = try DatagramSocket(path)
        let health = Held(WatchHealth.stuck("starts"))
        try await run(path, health: { health.value }) { (_, slept, tick) async throws in
            _ = await slept.next()
            #expect(supervisor.receive(now: true) == "STATUS=Stuck: starts")
            health.value = .ok
            tick.yield()
            _ = await slept.next()
            #expect(supervisor.receive(now: true) == "READY=1\nSTATUS=2 services, all healthy")
            // No watchdog was asked for.
            tick.yield()
            _ = await slept.next()
            #expect(supervisor.receive(now: true) == nil)
        }
    }

    @Test func a_watchdog_for_another_process_is_not_ours() async throws {
        let path = Self.name(true)
        let supervisor = try DatagramSocket(path)
        try await run(path, environment: ["WATCHDOG_USEC": "60000000", "WATCHDOG_PID": "78"]) {
            (_, slept, _) async throws in
            #expect(await slept.next() == [.seconds(10)])
            #expect(supervisor.receive(now: true)?.hasPrefix("READY=1") == true)
            #expect(supervisor.receive(now: true) == nil)
        }
    }

    @Test func a_reload_is_framed() async throws {
        let path = Self.name(true)
        let supervisor = try DatagramSocket(path)
        let notifier = SystemdNotifier(
            environment: ["NOTIFY_SOCKET": path], health: { .ok }, status: { "fine" })
        let value = await notifier.reloading { 5 }
        #expect(value == 5)
        let first = try #require(supervisor.receive(now: true)).split(separator: "\n")
        #expect(first[0] == "RELOADING=1")
        #expect(Int64(first[1].dropFirst("MONOTONIC_USEC=".count)) ?? 0 > 0)
        #expect(supervisor.receive(now: true) == "READY=1\nSTATUS=fine")
    }

    @Test(arguments: ["", "relative", "/", "vsock:2:1234", "@" + String(repeating: "x", count: 108)])
    func a_socket_that_cannot_be_used_is_as_none(_ path: String) async {
        let notifier = SystemdNotifier(environment: ["NOTIFY_SOCKET": path], health: { .ok }, status: { "" })
        #expect(!notifier.isActive)
        await notifier.reloading {}
    }

    @Test func a_supervisor_that_is_gone_does_no_harm() {
        #expect(NotifySocket("/tmp/lab-nobody-listens.sock")?.send("READY=1") == false)
    }
}
