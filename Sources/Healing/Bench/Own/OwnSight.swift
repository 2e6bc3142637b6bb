import Incident
import Watchdog

/// Looks at one service from outside: by the engine's word, by the kernel's, and by probes of its own.
struct OwnSight: Sendable {
    /// From one try to ask the engine to the next.
    private static let pause: Duration = .milliseconds(250)
    private static let tries = 20

    let engine: any DisruptiveEngine
    let service: ServiceSpec
    private let probes: [any Probe]

    init(_ service: ServiceSpec, engine: any DisruptiveEngine, probes: [any Probe]) {
        self.service = service
        self.engine = engine
        self.probes = probes
    }

    /// - Throws: `EngineFault` when the engine does not say.
    func survey(like: String? = nil, reference: String? = nil) async throws -> Survey {
        let call = EngineCall.survey(names: [service.container], like: like, reference: reference)
        switch await engine.perform(call) {
        case .survey(let truth): return truth
        case .refused(let fault), .unknown(let fault): throw fault
        case .done, .logs: throw EngineFault(.malformed, "the engine did not answer what it was asked")
        }
    }

    /// Which run of which image its container is, and in which state; nil when the engine does not say.
    func identity() async -> String? {
        for _ in 0..<Self.tries {
            if let truth = try? await survey() {
                guard let container = truth.named(service.container) else {
                    return "\(service.container) is gone"
                }
                return
                    "\(container.name) \(container.id) \(container.image) \(container.incarnation) \(container.state.rawValue)"
            }
            try? await Task.sleep(for: Self.pause)
        }
        return nil
    }

    /// What is wrong with the service at this look; nil when it is well. One that only answers its probes is not well
    /// while processes of it are stopped.
    func trouble() async -> String? {
        do {
            guard let container = try await survey().named(service.container) else {
                return "there is no container '\(service.container)'"
            }
            return try await trouble(of: container)
        } catch {
            return (error as? EngineFault)?.message ?? "\(error)"
        }
    }

    func trouble(of container: Container) async throws -> String? {
        guard container.state == .running else {
            return "the container '\(container.name)' is \(container.state.rawValue)"
        }
        if try await engine.isFrozen(container.id) { return "processes of '\(container.name)' are stopped" }
        return await complaint()
    }

    /// The first probe that does not pass, in its words.
    private func complaint() async -> String? {
        for (probe, spec) in zip(probes, service.liveness) {
            let result = await probe.look()
            if result.outcome != .passed { return "\(spec.title): \(result.detail)" }
        }
        return nil
    }

    /// Whether it is well so often in a row within a time; else what was wrong last.
    func trouble(for times: Int, within limit: Duration) async throws -> String? {
        let deadline = ContinuousClock.now + limit
        var passed = 0
        while true {
            let trouble = await trouble()
            passed = trouble == nil ? passed + 1 : 0
            if passed >= times { return nil }
            if let trouble, ContinuousClock.now >= deadline { return trouble }
            try await Task.sleep(for: pace)
        }
    }

    /// From one look to the next: not slower than its own probes, and not faster than four a second unless they are.
    var pace: Duration { min(Self.pause, service.liveness.map(\.interval).min() ?? Self.pause) }
}

extension ServiceSpec {
    /// For a look to begin and to end.
    private var lookTime: Duration {
        (liveness.map(\.interval).min() ?? .zero) + (liveness.map(\.timeout).max() ?? .zero)
    }

    /// An engine's own health check looks at intervals of its own, of 30 s unless told otherwise.
    private var engineDelay: Duration {
        liveness.contains { $0.kind == .engine } ? .seconds(60) : .zero
    }

    /// For the service to be seen well, after a start at worst.
    var timeToStand: Duration {
        policy.startPeriod + lookTime * (policy.successThreshold + 3) + engineDelay + .seconds(2)
    }

    /// For a failure to be seen at its worst.
    var timeToFail: Duration {
        policy.startPeriod + lookTime * (max(policy.failureThreshold, policy.flapWindow) + 2) + engineDelay
            * 4
            + .seconds(2)
    }

    /// For a watchdog that acts where it must not to have acted.
    var timeToErr: Duration {
        lookTime * (policy.failureThreshold + 3) + engineDelay
    }
}
