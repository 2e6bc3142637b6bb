package import Watchdog

/// A Docker Swarm, through its managers' unix sockets: what the watchdog calls a container is a service here.
///
/// Swarm itself keeps the declared number of tasks running. What it does not do is notice a task that runs but does not
/// serve, nor go back further than one update, nor later than its monitor period: that is left to the watchdog.
package struct SwarmEngine: ContainerEngine {
    package var kind: EngineKind { .swarm }

    let managers: [EngineAPI]
    let wallClock: @Sendable () -> Duration

    /// - Parameters:
    ///   - managers: sockets of managers of one Swarm, asked in this order; the next one only where one is not there.
    ///   - wallClock: time since 1970 as the managers' machines have it, to ask for events from now on.
    package init(managers: [EngineSocket], wallClock: @escaping @Sendable () -> Duration = SystemTime.now) {
        precondition(!managers.isEmpty, "a Swarm has a manager")
        self.managers = managers.map(EngineAPI.init(socket:))
        self.wallClock = wallClock
    }

    package func hello() async throws -> EngineInfo {
        try await faulting {
            try await onManager { api in
                let identity = try await api.identify()
                let swarm = try await api.json(.get("/info"))["Swarm"]
                guard swarm["LocalNodeState"].string == "active", swarm["ControlAvailable"].bool == true
                else {
                    throw EngineFailure.refused(
                        EngineFault(
                            .refused,
                            "the engine at \(api.socket.path) is no manager of a Swarm; `docker swarm init` makes it one"
                        ), status: 503)
                }
                return EngineInfo(
                    kind: .swarm, title: "\(identity.title), Swarm", api: identity.version.description)
            }
        }
    }

    package func list() async throws -> [Container] {
        try await faulting {
            try await onManager { api in
                let services = try await api.json(.get("/services")).array ?? []
                var containers: [Container] = []
                for service in services { containers.append(try await container(of: service, api)) }
                return containers
            }
        }
    }

    /// Asks the first manager that is there and has a leader. One that took a request and gave no answer is the last
    /// to be asked: it may have carried the request out.
    func onManager<Value: Sendable>(_ ask: (EngineAPI) async throws -> Value) async throws -> Value {
        var first: EngineFailure?
        for api in managers {
            do {
                return try await ask(api)
            } catch {
                let failure = EngineFailure.from(error)
                guard failure.isOfThisManagerOnly else { throw failure }
                first = first ?? failure
            }
        }
        throw first ?? .notSent(EngineFault(.unreachable, "there is no manager to ask"))
    }

    func faulting<Value>(_ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch {
            throw EngineFailure.from(error).fault
        }
    }
}

extension EngineFailure {
    /// Another manager may do better: this one is not there, or not in a Swarm, or does not see a leader.
    fileprivate var isOfThisManagerOnly: Bool {
        switch self {
        case .notSent: true
        case .refused(let fault, let status):
            status == 503 || fault.message.contains("does not have a leader")
        case .lost: false
        }
    }
}
