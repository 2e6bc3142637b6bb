import Watchdog

/// What the demo and the tests need beyond the watchdog's protocol.
extension SwarmEngine {
    /// Declares a service, of a request body as the engine documents it. Returns its id.
    package func createService(_ body: JSON) async throws -> String {
        try await faulting {
            try await onManager { api in
                let made = try await api.json(.post("/services/create", [], body))
                guard let id = made["ID"].string else {
                    throw EngineFailure.lost(
                        EngineFault(.malformed, "the manager declared a service but told no id"))
                }
                return id
            }
        }
    }

    /// What a deploy does: gives a service another image.
    package func deploy(_ name: String, image: String) async throws {
        try await update(name) { ServiceUpdate.setImage($0, image) }
    }

    /// The declared number of tasks; 0 is how a person stops a service of a Swarm.
    package func scale(_ name: String, to replicas: Int) async throws {
        try await update(name) { spec in
            var spec = spec
            spec["Mode"]["Replicated"]["Replicas"] = JSON(replicas)
            return spec
        }
    }

    /// Not an error where there is none.
    package func removeService(_ name: String) async throws {
        try await faulting {
            do {
                try await onManager { api in
                    _ = try await api.send(.delete("/services/\(EngineRequest.escape(name))"))
                }
            } catch let failure as EngineFailure where failure.isNotFound {}
        }
    }

    private func update(_ name: String, _ change: @Sendable (JSON) -> JSON) async throws {
        try await faulting {
            try await onManager { api in
                let service = try await api.json(.get("/services/\(EngineRequest.escape(name))"))
                let version = service["Version"]["Index"].int ?? 0
                _ = try await api.send(
                    .post(
                        "/services/\(service["ID"].string ?? name)/update", [("version", "\(version)")],
                        change(service["Spec"])))
            }
        }
    }
}
