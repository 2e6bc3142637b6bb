import Foundation
import ServiceLifecycle
import Synchronization

// Which module of C owns `timespec` depends on the order in which they are loaded; in a whole-module build it is this one.
#if canImport(CDispatch)
    import CDispatch
#endif

/// Tells systemd how the watchdog is, by the protocol of sd_notify(3); does nothing where nobody listens.
///
///     start ─► READY=1 once healthy ─► WATCHDOG=1 at half of WATCHDOG_USEC while healthy ─► STOPPING=1
///
/// While the watch hangs nothing is sent: systemd then kills and starts it again after WatchdogSec.
package final class SystemdNotifier: Service {
    /// Without a watchdog the status is told this often.
    private static let statusInterval: Duration = .seconds(10)
    private static let readyPoll: Duration = .milliseconds(100)

    private let socket: NotifySocket?
    private let interval: Duration?
    private let health: @Sendable () -> WatchHealth
    private let status: @Sendable () -> String
    private let sleep: @Sendable (Duration) async throws -> Void
    private let told = Mutex<String?>(nil)

    /// - Parameters:
    ///   - environment: `NOTIFY_SOCKET`, `WATCHDOG_USEC` and `WATCHDOG_PID` are read.
    ///   - status: one line for `systemctl status`.
    package init(
        environment: [String: String], process: Int32 = getpid(),
        health: @escaping @Sendable () -> WatchHealth, status: @escaping @Sendable () -> String,
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        socket = environment["NOTIFY_SOCKET"].flatMap { NotifySocket($0) }
        let isForUs = environment["WATCHDOG_PID"].map { Int32($0) == process } ?? true
        if isForUs, let text = environment["WATCHDOG_USEC"], let limit = Int64(text), limit > 0 {
            interval = .microseconds(max(1000, limit / 2))
        } else {
            interval = nil
        }
        self.health = health
        self.status = status
        self.sleep = sleep
    }

    /// Whether a supervisor listens.
    package var isActive: Bool { socket != nil }

    package func run() async throws {
        guard isActive else {
            try? await gracefulShutdown()
            return
        }
        await withTaskGroup { group in
            group.addTask { await self.beat() }
            group.addTask { try? await gracefulShutdown() }
            await group.next()
            group.cancelAll()
        }
        socket?.send("STOPPING=1\nSTATUS=Ends")
    }

    private func beat() async {
        while health() != .ok {
            tell(nil)
            do { try await sleep(Self.readyPoll) } catch { return }
        }
        tell("READY=1")
        while !Task.isCancelled {
            tell(health() == .ok && interval != nil ? "WATCHDOG=1" : nil)
            do { try await sleep(interval ?? Self.statusInterval) } catch { return }
        }
    }

    /// Runs a reload between the two messages that systemd wants around it.
    package func reloading<Value>(_ reload: () async throws -> Value) async rethrows -> Value {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let microseconds = Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1000
        socket?.send("RELOADING=1\nMONOTONIC_USEC=\(microseconds)\nSTATUS=Reads its configuration again")
        told.withLock { $0 = nil }
        defer { tell("READY=1") }
        return try await reload()
    }

    /// A message together with the status, where that has changed.
    private func tell(_ message: String?) {
        let line: String =
            switch health() {
            case .ok: status()
            case .stuck(let why): "Stuck: \(why)"
            }
        // A line end would begin an assignment of its own.
        let clean = LogObserver.oneLine(String(line.prefix(512)))
        let isNew = told.withLock { told in
            defer { told = clean }
            return told != clean
        }
        let parts = [message, isNew ? "STATUS=\(clean)" : nil].compactMap { $0 }
        if !parts.isEmpty { socket?.send(parts.joined(separator: "\n")) }
    }
}
