internal import Watchdog

extension SwarmEngine {
    func survey(names: [String], reference: String?, _ api: EngineAPI) async throws -> Survey {
        var containers: [Container] = []
        for name in names {
            guard let service = try await api.found("/services/\(EngineRequest.escape(name))"),
                service["Spec"]["Name"].string == name
            else { continue }
            containers.append(try await container(of: service, api))
        }
        return Survey(containers: containers, tagged: try await digest(of: reference, api))
    }

    func container(of service: JSON, _ api: EngineAPI) async throws -> Container {
        let state = try await self.state(of: service, api)
        // Containers of tasks on other nodes are out of reach.
        let local = try await localContainer(of: state.running.first ?? state.failed, api)
        let image = try await image(of: state, local: local, api)
        return state.container(image: image, local: local)
    }

    func state(of service: JSON, _ api: EngineAPI) async throws -> ServiceState {
        let filters: JSON = ["service": [.string(service["ID"].string ?? "")]]
        let tasks = try await api.json(.get("/tasks", [("filters", filters.text)])).array ?? []
        return ServiceState(service: service, tasks: tasks)
    }

    func localContainer(of task: JSON?, _ api: EngineAPI) async throws -> JSON? {
        guard let id = task?["Status"]["ContainerStatus"]["ContainerID"].string, !id.isEmpty else {
            return nil
        }
        return try await api.found("/containers/\(id)/json")
    }

    /// What identifies the image's content, in a form that a service can be set to.
    ///
    /// A reference with a registry's digest is one. An image of this machine alone has none: there the id of the image
    /// is, which Swarm takes for an image that need not be pulled.
    private func image(of state: ServiceState, local: JSON?, _ api: EngineAPI) async throws -> String {
        let reference = state.reference
        if reference.hasPrefix("sha256:") { return reference }
        if let at = reference.firstIndex(of: "@") {
            return Self.repository(of: String(reference[..<at])) + reference[at...]
        }
        if let id = local?["Image"].string { return Container.digest(id) }
        return try await digest(of: reference, api) ?? reference
    }

    /// `registry:5000/app` of `registry:5000/app:v1`.
    private static func repository(of reference: String) -> String {
        let name = reference.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        guard let colon = name.lastIndex(of: ":") else { return reference }
        return String(reference[..<colon])
    }

    private func digest(of reference: String?, _ api: EngineAPI) async throws -> String? {
        guard let reference, !reference.isEmpty else { return nil }
        return try await api.found("/images/\(EngineRequest.escape(reference, slashes: true))/json")?["Id"]
            .string
            .map(Container.digest)
    }
}
