import CSupervise
import Foundation
package import Watchdog

/// The embedded engine: supervised processes instead of containers, for where no container engine can be had.
///
///     release (immutable, by digest) ◄── tag            watchdog ──► supervisor ──► program
///        ▲                                                 ▲           (outlives the watchdog)
///        └────────────── container ────────────────────────┘
///
/// What it does not do: it isolates nothing. Programs see the machine's files, network and users, and the memory limit
/// is an approximation of a cgroup's: the supervisor adds up the anonymous and shared memory of all its descendants
/// every 50 ms, every 5 ms above half of the limit, and kills them above it. A program that takes memory fast gets
/// beyond its limit in between; shared memory counts once for each process that maps it.
///
/// Several engines, in one process or in many, may use a root at once: each change holds a lock, and each sees what the
/// others did. A stop or a restart, once asked for, is completed by the supervisor whatever becomes of the engine.
package final class ProcessEngine: ContainerEngine {
    package let kind: EngineKind = .process

    /// For a program to be executed after it was forked; after this the start counts as lost.
    static let startLimit: Duration = .seconds(10)
    /// On top of a stop's own time: for SIGKILL to work and the end to be written down.
    static let stopMargin: Duration = .seconds(10)

    let root: ProcessRoot
    /// The directory of the engine's own.
    package var path: String { root.path }
    let releases: ReleaseStore
    let watcher: ProcessWatcher
    private let hub = ProcessEventHub()
    /// Files, locks and children block; the cooperative threads must not.
    private let queue = DispatchQueue(label: "process-engine", attributes: .concurrent)

    /// - Parameters:
    ///   - root: a directory of the engine's own; made when it is missing.
    ///   - lockLimit: how long a change waits for one of another process; after this it is refused.
    package init(root: String, lockLimit: Duration = .seconds(5)) {
        let path = URL(fileURLWithPath: root).standardizedFileURL.path
        self.root = ProcessRoot(path: path, lockLimit: lockLimit)
        releases = ReleaseStore(root: self.root)
        watcher = ProcessWatcher(root: self.root, hub: hub)
    }

    package func hello() async throws -> EngineInfo {
        try await blocking { [root] in
            let descriptor = supervise_pidfd(getpid())
            guard descriptor >= 0 else {
                throw EngineFault(.tooOld, "The process engine needs Linux 5.3 or later with /proc.")
            }
            close(descriptor)
            guard supervise_start_time(getpid()) != 0 else {
                throw EngineFault(.unreachable, "The process engine needs /proc, which is not mounted.")
            }
            try root.prepare()
            return EngineInfo(kind: .process, title: "Processes in \(root.path)", api: "1")
        }
    }

    package func list() async throws -> [Container] {
        try await blocking { [root] in try root.statuses().map(\.container) }
    }

    package func events() -> AsyncThrowingStream<EngineEvent, any Error> {
        let stream = hub.stream()
        watcher.begin()
        return stream
    }

    package func perform(_ call: EngineCall) async -> EngineReply {
        do {
            switch call {
            case .survey(let names, let like, let reference):
                return .survey(try await survey(names: names, like: like, reference: reference))
            case .logs(let id, let lines):
                return .logs(
                    try await blocking { [root] in LogTail.lines(lines, in: try root.directory(id)) })
            case .start(let id): return try await start(id)
            case .stop(let id, let timeout): return try await stop(id, timeout: timeout)
            case .restart(let id, let timeout): return try await restart(id, timeout: timeout)
            case .create(let name, let like, let image, let reference):
                return try await create(name: name, like: like, image: image, reference: reference)
            case .rename(let id, let name): return try await rename(id, to: name)
            case .remove(let id): return try await remove(id)
            case .tag(let image, let reference):
                try await change { [releases] _ in try releases.tag(image, as: reference) }
                return .done(id: nil)
            case .setImage:
                return .refused(EngineFault(.refused, "The process engine does not replace by itself."))
            }
        } catch let fault as EngineFault {
            return fault.code == .timedOut ? .unknown(fault) : .refused(fault)
        } catch {
            return .refused(EngineFault(.refused, "\(error)"))
        }
    }

    private func survey(names: [String], like: String?, reference: String?) async throws -> Survey {
        try await blocking { [root, releases] in
            let all = try root.statuses()
            let model = like.flatMap { word in all.first { $0.record.id == word || $0.record.name == word } }
            let containers = names.flatMap { name in all.filter { $0.record.name == name } }.map { status in
                var container = status.container
                if let model {
                    container.differences = status.record.settings.differences(from: model.record.settings)
                }
                return container
            }
            return Survey(
                containers: containers, tagged: try reference.flatMap { try releases.resolve($0) })
        }
    }

    // MARK: - Threads

    func blocking<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result(catching: body)) }
        }
    }

    /// One change under the root's lock; listeners hear of it before the caller does.
    func change<Value: Sendable>(
        _ body: @escaping @Sendable (RootLock) throws -> Value
    ) async throws -> Value {
        try await blocking { [root, watcher] in
            defer { watcher.nudge() }
            return try root.change(body)
        }
    }
}
