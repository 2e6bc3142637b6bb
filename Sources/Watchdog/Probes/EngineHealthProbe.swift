package import Watchdog

/// Passes on the engine's own verdict, for containers that declare a health check.
package struct EngineHealthProbe: Probe {
    private let container: String
    private let limit: Duration
    private let engine: any ContainerEngine

    package init(container: String, timeout: Duration, engine: any ContainerEngine) {
        self.container = container
        limit = timeout
        self.engine = engine
    }

    package func look() async -> ProbeResult {
        let clock = ContinuousClock()
        let began = clock.now
        var result = await ask()
        result.duration = began.duration(to: clock.now)
        return result
    }

    private func ask() async -> ProbeResult {
        let call = EngineCall.survey(names: [container], like: nil, reference: nil)
        let reply: EngineReply?
        do {
            reply = try await TimeLimit.run(limit) { await engine.perform(call) }
        } catch {
            return ProbeResult(.unknown, "given up")
        }
        switch reply {
        case .survey(let survey): return Self.judge(survey.named(container))
        case .refused(let fault), .unknown(let fault): return ProbeResult(.unknown, fault.code.detail)
        case .logs, .done: return ProbeResult(.unknown, EngineFault.Code.malformed.detail)
        case nil: return ProbeResult(.unknown, "the engine did not answer within \(limit.text)")
        }
    }

    private static func judge(_ container: Container?) -> ProbeResult {
        guard let container else { return ProbeResult(.unknown, "no such container") }
        switch container.state {
        case .running: break
        case .exited, .restarting: return ProbeResult(.failed, "container is \(container.state.rawValue)")
        case .created, .paused, .other:
            return ProbeResult(.unknown, "container is \(container.state.rawValue)")
        }
        switch container.health {
        case .healthy: return ProbeResult(.passed, "healthy")
        case .unhealthy: return ProbeResult(.failed, "unhealthy")
        case .starting: return ProbeResult(.unknown, "health check is starting")
        case nil: return ProbeResult(.unknown, "no health check declared")
        }
    }
}
