import CSupervise
import Foundation
import Synchronization
import Watchdog

/// Turns what changes under a root into events, whichever process changed it.
///
/// One thread sleeps on two descriptors per run, of the supervisor and of the program, so that an end is known at once,
/// and looks at the directories every 100 ms for what other engines did. It lives while somebody listens.
final class ProcessWatcher: Sendable {
    static let intervalMilliseconds: Int32 = 100
    /// While a program has ended and its supervisor is about to write that down.
    static let shortIntervalMilliseconds: Int32 = 2

    private let root: ProcessRoot
    private let hub: ProcessEventHub

    private struct Seen {
        var status: ContainerStatus
        /// Of the directory, which changes with every file that is replaced in it.
        var modified: (Int, Int)
        /// The run that the descriptors belong to; nil while nothing runs.
        var run: RunRecord?
        var supervisor: Int32 = -1
        var program: Int32 = -1
        /// Run for which a request was published already.
        var requested: Int?
    }
    private struct State {
        var seen: [String: Seen] = [:]
        var isRunning = false
        /// A pipe; a byte in it makes the thread look for new descriptors to sleep on.
        var wake: [Int32] = [-1, -1]
    }
    private let state = Mutex(State())

    init(root: ProcessRoot, hub: ProcessEventHub) {
        self.root = root
        self.hub = hub
    }

    /// Begins with what is there now; call it before the listener is told that it listens.
    func begin() {
        let mustStart = state.withLock { state in
            guard !state.isRunning else { return false }
            state.isRunning = true
            pipe(&state.wake)
            for descriptor in state.wake {
                _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
                _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
            }
            look(&state, isFirst: true)
            return true
        }
        guard mustStart else { return }
        let thread = Thread { [self] in run() }
        thread.name = "process-watcher"
        thread.start()
    }

    /// Looks at once: after a change of this process's own, so that no quick succession is missed.
    func nudge() {
        state.withLock { state in
            guard state.isRunning else { return }
            look(&state, isFirst: false)
            write(state.wake[1], "", 1)
        }
    }

    /// Publishes that somebody asks for an end, before it comes.
    func request(_ status: ContainerStatus) {
        state.withLock { state in
            guard state.isRunning, let run = status.run?.run else { return }
            if state.seen[status.record.id]?.requested != run {
                state.seen[status.record.id]?.requested = run
                hub.publish(EngineEvent(.signalled, id: status.record.id, name: status.record.name))
            }
        }
    }

    private func run() {
        while true {
            var items: [pollfd] = []
            var timeout = Self.intervalMilliseconds
            state.withLock { state in
                items.append(pollfd(fd: state.wake[0], events: Int16(POLLIN), revents: 0))
                for seen in state.seen.values {
                    for descriptor in [seen.supervisor, seen.program] {
                        if Self.isReadable(descriptor) {
                            timeout = Self.shortIntervalMilliseconds
                        } else {
                            items.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
                        }
                    }
                }
            }
            poll(&items, nfds_t(items.count), timeout)
            let goesOn = state.withLock { state in
                var bytes = [UInt8](repeating: 0, count: 64)
                while read(state.wake[0], &bytes, bytes.count) > 0 {}
                guard hub.isHeard else {
                    state.isRunning = false
                    drop(&state)
                    return false
                }
                look(&state, isFirst: false)
                return true
            }
            if !goesOn { return }
        }
    }

    private func drop(_ state: inout State) {
        for seen in state.seen.values { Self.close(seen) }
        for descriptor in state.wake { Foundation.close(descriptor) }
        state.seen = [:]
        state.wake = [-1, -1]
    }

    private static func close(_ seen: Seen) {
        for descriptor in [seen.supervisor, seen.program] where descriptor >= 0 {
            Foundation.close(descriptor)
        }
    }

    private static func isReadable(_ descriptor: Int32) -> Bool {
        guard descriptor >= 0 else { return false }
        var item = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&item, 1, 0) > 0
    }

    // MARK: - Looking

    private func look(_ state: inout State, isFirst: Bool) {
        let directories = root.directories()
        let now = Date().timeIntervalSince1970
        for directory in directories {
            var info = stat()
            guard stat(directory.path, &info) == 0 else { continue }
            let modified = (info.st_mtim.tv_sec, info.st_mtim.tv_nsec)
            if let seen = state.seen[directory.id], seen.modified == modified, !hasEnded(seen),
                // A clock that ticks slowly may give two changes one time.
                now - Double(modified.0) - Double(modified.1) / 1e9 > 0.05
            {
                continue
            }
            guard let status = try? directory.status() else { continue }
            var seen = state.seen[directory.id] ?? Seen(status: status, modified: modified)
            if !isFirst {
                if status.isUp, let run = status.run?.run, seen.requested != run,
                    directory.isAsked(forEndOf: run)
                {
                    seen.requested = run
                    hub.publish(EngineEvent(.signalled, id: status.record.id, name: status.record.name))
                }
                tell(from: state.seen[directory.id]?.status, to: status, &seen)
            }
            seen.status = status
            seen.modified = modified
            follow(status, &seen)
            state.seen[directory.id] = seen
        }
        let ids = Set(directories.map(\.id))
        for (id, seen) in state.seen where !ids.contains(id) {
            Self.close(seen)
            state.seen[id] = nil
            hub.publish(EngineEvent(.removed, id: id, name: seen.status.record.name))
        }
    }

    private func hasEnded(_ seen: Seen) -> Bool {
        guard let run = seen.run else { return false }
        if Self.isReadable(seen.program) || Self.isReadable(seen.supervisor) { return true }
        return seen.supervisor < 0 && !ContainerDirectory.isAlive(run)
    }

    /// Holds on to the processes of a run while it lasts.
    private func follow(_ status: ContainerStatus, _ seen: inout Seen) {
        let run = status.isUp ? status.run : nil
        guard run != seen.run else { return }
        Self.close(seen)
        seen.run = run
        // Somebody else's by now: better none, and asked for each time.
        func descriptor(of process: Int32, startedAt start: UInt64) -> Int32 {
            let descriptor = supervise_pidfd(process)
            guard descriptor >= 0, supervise_start_time(process) != start else { return descriptor }
            Foundation.close(descriptor)
            return -1
        }
        seen.supervisor = run.map { descriptor(of: $0.supervisor, startedAt: $0.supervisorStart) } ?? -1
        seen.program = run.map { descriptor(of: $0.program, startedAt: $0.programStart) } ?? -1
    }

    private func tell(from old: ContainerStatus?, to new: ContainerStatus, _ seen: inout Seen) {
        func publish(_ kind: EngineEvent.Kind) {
            hub.publish(EngineEvent(kind, id: new.record.id, name: new.record.name))
        }
        guard let old else {
            publish(.created)
            if new.run != nil { publish(.started) }
            if case .exited(let run, let exit) = new.phase { tellEnd(run, exit, &seen, publish) }
            return
        }
        if old.record.name != new.record.name { publish(.renamed) }
        let isOldEnded = old.exit != nil || { if case .exited = old.phase { true } else { false } }()
        if let oldRun = old.run, !isOldEnded, oldRun.run != new.run?.run {
            // Ended and started again between two looks.
            let exit = try? DurableFile.decode(
                ExitRecord.self,
                from: ContainerDirectory(path: root.containers + "/" + new.record.id).exitPath(oldRun.run))
            tellEnd(oldRun, exit, &seen, publish)
        }
        guard let run = new.run else { return }
        let isSame = old.run?.run == run.run
        if !isSame { publish(.started) }
        let isEnded = new.exit != nil || { if case .exited = new.phase { true } else { false } }()
        if isEnded, !isSame || !isOldEnded { tellEnd(run, new.exit, &seen, publish) }
    }

    /// The request before the end, and the reason before the end too: who hears the end knows already why.
    private func tellEnd(
        _ run: RunRecord, _ exit: ExitRecord?, _ seen: inout Seen, _ publish: (EngineEvent.Kind) -> Void
    ) {
        if exit?.asked != nil, seen.requested != run.run {
            seen.requested = run.run
            publish(.signalled)
        }
        if exit?.isOutOfMemory == true { publish(.outOfMemory) }
        publish(.died(exitCode: exit?.exitCode))
        if exit?.asked == .stop || exit?.asked == .restart { publish(.stopped) }
    }
}
