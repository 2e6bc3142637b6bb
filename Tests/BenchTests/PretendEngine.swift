import Synchronization
import Watchdog

/// An engine in memory: containers that answer, hang and end, and what was done to whom.
final class PretendEngine: DisruptiveEngine {
    struct World: Sendable {
        var containers: [String: Container] = [:]
        var frozen: Set<String> = []
        /// Every change, as "verb container".
        var deeds: [String] = []
        /// Changes that are refused, by verb.
        var refused: Set<String> = []
        var obstacle: String?
        var runs = 0
        var listeners: [AsyncThrowingStream<EngineEvent, any Error>.Continuation] = []
    }

    private let world: Mutex<World>
    let canPause: Bool

    init(_ names: String..., restartsItself: Bool = false, canPause: Bool = true) {
        self.canPause = canPause
        var world = World()
        for name in names {
            world.containers[name] = Container(
                id: "id-of-\(name)", name: name, image: "sha256:\(name)", reference: "\(name):current",
                state: .running, incarnation: "0", restartsItself: restartsItself, stopTimeout: .seconds(1))
        }
        self.world = Mutex(world)
    }

    var kind: EngineKind { .docker }
    var deeds: [String] { world.withLock(\.deeds) }

    func change(_ body: (inout World) -> Void) { world.withLock { body(&$0) } }

    subscript(name: String) -> Container? { world.withLock { $0.containers[name] } }

    func hello() -> EngineInfo { EngineInfo(kind: .docker, title: "Pretended", api: "1") }

    func list() -> [Container] { world.withLock { $0.containers.values.sorted { $0.name < $1.name } } }

    func execute(_ command: [String], in id: String, limit: Duration) throws -> Execution {
        throw EngineFault(.refused, "nothing to execute")
    }

    func events() -> AsyncThrowingStream<EngineEvent, any Error> {
        let (stream, continuation) = AsyncThrowingStream<EngineEvent, any Error>.makeStream()
        world.withLock { $0.listeners.append(continuation) }
        return stream
    }

    func perform(_ call: EngineCall) -> EngineReply {
        do {
            switch call {
            case .survey(let names, _, _):
                return .survey(Survey(containers: names.compactMap { self[$0] }))
            case .logs: return .logs([])
            case .start(let id):
                try act("start", id, .started) { $0.start(&$1) }
            case .stop(let id, _):
                try act("stop", id, .signalled, .died(exitCode: 143), .stopped) { $0.end(&$1, 143) }
            case .restart(let id, _):
                try act("restart", id, .signalled, .died(exitCode: 143), .stopped, .started) { $0.start(&$1) }
            default: throw EngineFault(.refused, "\(call.verb) is not pretended")
            }
            return .done(id: nil)
        } catch let fault as EngineFault {
            return .refused(fault)
        } catch {
            return .refused(EngineFault(.malformed, "\(error)"))
        }
    }

    // MARK: - Disruption

    func obstacle(to id: String) -> String? { world.withLock(\.obstacle) }

    func crash(_ id: String) throws {
        let restarts = world.withLock { $0.containers.values.contains { $0.id == id && $0.restartsItself } }
        if restarts {
            try act("crash", id, .died(exitCode: 137), .started) { $0.start(&$1) }
        } else {
            try act("crash", id, .died(exitCode: 137)) { $0.end(&$1, 137) }
        }
    }

    func freeze(_ id: String) throws { try act("freeze", id) { $0.frozen.insert($1.name) } }
    func thaw(_ id: String) throws { try act("thaw", id) { $0.frozen.remove($1.name) } }
    func pause(_ id: String) throws { try act("pause", id, .paused) { $1.state = .paused } }
    func unpause(_ id: String) throws { try act("unpause", id, .unpaused) { $1.state = .running } }

    func isFrozen(_ id: String) -> Bool {
        world.withLock { world in
            world.containers.values.contains { $0.id == id && world.frozen.contains($0.name) }
        }
    }

    private func act(
        _ verb: String, _ id: String, _ events: EngineEvent.Kind...,
        change: (inout World, inout Container) -> Void
    ) throws {
        try world.withLock { world in
            guard var container = world.containers.values.first(where: { $0.id == id }) else {
                throw EngineFault(.notFound, "there is no container \(id)")
            }
            guard !world.refused.contains(verb) else { throw EngineFault(.refused, "no \(verb) today") }
            world.deeds.append("\(verb) \(container.name)")
            change(&world, &container)
            world.containers[container.name] = container
            for listener in world.listeners {
                for event in events { listener.yield(EngineEvent(event, id: id, name: container.name)) }
            }
        }
    }
}

extension PretendEngine.World {
    mutating func start(_ container: inout Container) {
        runs += 1
        frozen.remove(container.name)
        container.state = .running
        container.incarnation = "\(runs)"
        container.exitCode = nil
    }

    mutating func end(_ container: inout Container, _ code: Int) {
        container.state = .exited
        container.exitCode = code
    }
}

/// Asks a pretended container; with `isBlind`, one that hangs passes as well.
struct PretendProbe: Probe {
    let engine: PretendEngine
    let container: String
    var isBlind = false

    func look() async -> ProbeResult {
        guard let container = engine[container], container.state == .running else {
            return ProbeResult(.failed, "connection refused")
        }
        if engine.isFrozen(container.id), !isBlind { return ProbeResult(.failed, "no answer within 20 ms") }
        return ProbeResult(.passed, "status 200")
    }
}
