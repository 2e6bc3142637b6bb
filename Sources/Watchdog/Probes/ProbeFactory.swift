package import Watchdog

/// Makes probes from their specifications; the one place that knows all kinds.
package struct ProbeFactory: Sendable {
    private let engine: any ContainerEngine
    private let network: ProbeNetwork

    package init(engine: any ContainerEngine, network: ProbeNetwork) {
        self.engine = engine
        self.network = network
    }

    /// - Parameter container: the container's name, since its id changes with a rollback.
    /// - Throws: `LabError` with `.badInput` for an address that is none; a parsed configuration holds no such one.
    package func make(_ spec: ProbeSpec, container: String) throws -> any Probe {
        switch spec.kind {
        case .http(let http): try HTTPProbe(http, timeout: spec.timeout, network: network)
        case .tcp(let host, let port):
            TCPProbe(host: host, port: port, timeout: spec.timeout, network: network)
        case .exec(let command):
            ExecProbe(command, container: container, timeout: spec.timeout, engine: engine)
        case .engine: EngineHealthProbe(container: container, timeout: spec.timeout, engine: engine)
        }
    }

    package func probes(of service: ServiceSpec) throws -> ServiceProbes {
        try ServiceProbes(
            liveness: service.liveness.map { try make($0, container: service.container) },
            readiness: service.readiness.map { try make($0, container: service.container) })
    }
}
