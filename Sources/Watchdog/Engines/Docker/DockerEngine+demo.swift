import Watchdog

/// What the demo and the tests need beyond the watchdog's protocol: images to go wrong with, and things to tidy up.
extension DockerEngine {
    /// Builds an image of a tar archive with a `Dockerfile` and tags it. Returns its digest.
    package func build(
        tar: [UInt8], tag: String, buildArguments: [String: String] = [:], limit: Duration = .seconds(300)
    ) async throws -> String {
        try await faulting {
            let arguments = JSON.object(buildArguments.mapValues(JSON.string)).text
            var request = EngineRequest.post(
                "/build", [("t", tag), ("buildargs", arguments), ("rm", "true"), ("forcerm", "true")],
                limit: limit)
            request.body = .tar(tar)
            // The answer is a stream of messages whose status is always a yes; a failure is one of the messages.
            for message in try await Self.messages(api.send(request)) {
                if let error = message["error"].string {
                    throw EngineFault(.refused, "the image \(tag) could not be built: \(error)")
                }
            }
            guard let digest = try await image(tag)?["Id"].string else {
                throw EngineFault(.malformed, "the engine built \(tag) but does not know it")
            }
            return Container.digest(digest)
        }
    }

    private static func messages(_ answer: EngineResponse) throws -> [JSON] {
        try answer.body.split(separator: UInt8(ascii: "\n")).filter { $0.contains { $0 > 0x20 } }
            .map { try JSON(parsing: $0) }
    }

    /// Digest of a reference; nil where there is no such image.
    package func imageDigest(_ reference: String) async throws -> String? {
        try await faulting { try await image(reference)?["Id"].string.map(Container.digest) }
    }

    /// An image as `docker save` writes it, to be loaded into another engine under the same digest.
    package func export(_ reference: String) async throws -> [UInt8] {
        try await faulting {
            var request = EngineRequest.get("/images/\(EngineRequest.escape(reference, slashes: true))/get")
            request.limit = .seconds(120)
            request.answerLimitBytes = 1 << 30
            return try await api.send(request).body
        }
    }

    /// Takes what ``export(_:)`` gave.
    package func load(_ tar: [UInt8]) async throws {
        try await faulting {
            var request = EngineRequest.post("/images/load", [("quiet", "true")], limit: .seconds(120))
            request.body = .tar(tar)
            for message in try await Self.messages(api.send(request)) {
                if let error = message["error"].string {
                    throw EngineFault(.refused, "the image could not be loaded: \(error)")
                }
            }
        }
    }

    /// Creates and starts a container of a request body as the engine documents it. Returns its id.
    package func createAndStart(name: String, body: JSON) async throws -> String {
        try await faulting {
            let made = try await api.json(.post("/containers/create", [("name", name)], body))
            guard let id = made["Id"].string else {
                throw EngineFault(.malformed, "the engine created \(name) but told no id")
            }
            _ = try await api.send(.post("/containers/\(id)/start"))
            return id
        }
    }

    /// The engine's own description of a container; nil where there is none.
    package func inspection(of idOrName: String) async throws -> JSON? {
        try await faulting { try await inspect(idOrName) }
    }

    /// Sends a signal to a container's program, as a crash would.
    package func signal(_ idOrName: String, _ signal: String = "KILL") async throws {
        try await faulting {
            _ = try await api.send(
                .post("/containers/\(EngineRequest.escape(idOrName))/kill", [("signal", signal)]))
        }
    }

    /// By force, with its nameless volumes. Not an error where there is none.
    package func removeContainer(_ idOrName: String) async throws {
        try await ignoringAbsence(
            .delete("/containers/\(EngineRequest.escape(idOrName))", [("force", "true"), ("v", "true")]))
    }

    /// By force. Not an error where there is none.
    package func removeImage(_ reference: String) async throws {
        try await ignoringAbsence(
            .delete("/images/\(EngineRequest.escape(reference, slashes: true))", [("force", "true")]))
    }

    package func createNetwork(_ name: String, subnet: String? = nil) async throws {
        var body: JSON = ["Name": .string(name), "CheckDuplicate": true]
        if let subnet { body["IPAM"] = ["Config": [["Subnet": .string(subnet)]]] }
        let order = body
        try await faulting { _ = try await api.send(.post("/networks/create", [], order)) }
    }

    package func removeNetwork(_ name: String) async throws {
        try await ignoringAbsence(.delete("/networks/\(EngineRequest.escape(name))"))
    }

    package func removeVolume(_ name: String) async throws {
        try await ignoringAbsence(.delete("/volumes/\(EngineRequest.escape(name))", [("force", "true")]))
    }

    private func ignoringAbsence(_ request: EngineRequest) async throws {
        try await faulting {
            do {
                _ = try await api.send(request)
            } catch let failure as EngineFailure where failure.isNotFound {}
        }
    }
}
