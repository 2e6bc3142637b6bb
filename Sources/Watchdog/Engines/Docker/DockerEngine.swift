internal import Synchronization
package import Watchdog

/// Docker, or what speaks its HTTP interface, such as Podman, on a unix socket.
package struct DockerEngine: ContainerEngine {
    package var kind: EngineKind { .docker }

    let api: EngineAPI
    let wallClock: @Sendable () -> Duration

    /// - Parameters:
    ///   - socket: where the engine listens.
    ///   - wallClock: time since 1970 as the engine's machine has it, to ask for events from now on.
    package init(socket: EngineSocket, wallClock: @escaping @Sendable () -> Duration = SystemTime.now) {
        api = EngineAPI(socket: socket)
        self.wallClock = wallClock
    }

    package var socket: EngineSocket { api.socket }

    package func hello() async throws -> EngineInfo {
        try await faulting {
            let identity = try await api.identify()
            return EngineInfo(kind: .docker, title: identity.title, api: identity.version.description)
        }
    }

    package func list() async throws -> [Container] {
        try await faulting {
            let listed = try await api.json(.get("/containers/json", [("all", "true")])).array ?? []
            var containers: [Container] = []
            for entry in listed {
                guard let id = entry["Id"].string else { continue }
                // Gone meanwhile: not there, then.
                guard let inspection = try await inspect(id) else { continue }
                if let container = Container(inspection: inspection) { containers.append(container) }
            }
            return containers
        }
    }

    /// Nil where there is none of that id or name.
    func inspect(_ idOrName: String) async throws -> JSON? {
        try await api.found("/containers/\(EngineRequest.escape(idOrName))/json")
    }

    /// Runs work that throws ``EngineFailure`` and throws its ``EngineFault`` instead.
    func faulting<Value>(_ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch let error as CancellationError {
            throw error
        } catch {
            throw EngineFailure.from(error).fault
        }
    }
}
