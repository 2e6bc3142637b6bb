package import Watchdog

extension DockerEngine {
    /// Added to a stop time-out: killing, unmounting and leaving networks take the engine this long at worst.
    private static var margin: Duration { .seconds(30) }

    package func perform(_ call: EngineCall) async -> EngineReply {
        do {
            switch call {
            case .survey(let names, let like, let reference):
                return .survey(try await survey(names: names, like: like, reference: reference))
            case .logs(let id, let lines):
                return .logs(try await logs(of: id, lines: lines))
            case .start(let id):
                try await send(.post("/containers/\(escape(id))/start"))
            case .stop(let id, let timeout):
                try await send(
                    .post(
                        "/containers/\(escape(id))/stop", [("t", "\(timeout.wholeSeconds)")],
                        limit: timeout + Self.margin))
            case .restart(let id, let timeout):
                try await send(
                    .post(
                        "/containers/\(escape(id))/restart", [("t", "\(timeout.wholeSeconds)")],
                        limit: timeout + Self.margin + Self.margin))
            case .create(let name, let like, let image, let reference):
                return try await create(name: name, like: like, image: reference.isEmpty ? image : reference)
            case .rename(let id, let name):
                try await send(.post("/containers/\(escape(id))/rename", [("name", name)]))
            case .remove(let id):
                // Neither by force nor with its volumes: what still runs is not removed, and data is not ours.
                try await send(.delete("/containers/\(escape(id))"))
            case .tag(let image, let reference):
                let (repository, tag) = Self.split(reference: reference)
                try await send(.post("/images/\(escape(image))/tag", [("repo", repository), ("tag", tag)]))
            case .setImage:
                return .refused(
                    EngineFault(
                        .refused, "Docker gives a container no other image; it is created anew with one"))
            }
            return .done(id: nil)
        } catch {
            return EngineFailure.from(error).reply
        }
    }

    private func escape(_ text: String) -> String { EngineRequest.escape(text) }

    private func send(_ request: EngineRequest) async throws { _ = try await api.send(request) }

    /// `registry:5000/app` and `v1` of `registry:5000/app:v1`.
    static func split(reference: String) -> (repository: String, tag: String) {
        let name = reference.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        guard let colon = name.lastIndex(of: ":") else { return (reference, "latest") }
        return (String(reference[..<colon]), String(name[name.index(after: colon)...]))
    }

    /// Without the container to compare with, nobody differs: whether it is there, the survey tells by itself.
    private func survey(names: [String], like: String?, reference: String?) async throws -> Survey {
        var inspections: [JSON] = []
        for name in names {
            // Asked by name, an engine also answers for an id that begins with it.
            guard let inspection = try await inspect(name), inspection["Name"].string?.trimmingSlash == name
            else { continue }
            inspections.append(inspection)
        }
        var model: JSON?
        if let like {
            model = inspections.first { $0["Id"].string == like }
            if model == nil { model = try await inspect(like) }
        }
        var containers: [Container] = []
        for inspection in inspections {
            guard var container = Container(inspection: inspection) else { continue }
            if let model, model["Id"].string != container.id {
                container.differences = try await differences(of: inspection, from: model)
            }
            containers.append(container)
        }
        return Survey(containers: containers, tagged: try await digest(of: reference))
    }

    private func differences(of inspection: JSON, from model: JSON) async throws -> [String] {
        do {
            return ContainerDifferences.between(
                try await blueprint(model), and: try await blueprint(inspection))
        } catch let failure as EngineFailure where failure.isNotFound {
            // An image removed by force must not blind the watchdog; but nothing is proven either.
            return ["Image"]
        }
    }

    /// The image that a reference points to; nil where it points to none.
    private func digest(of reference: String?) async throws -> String? {
        guard let reference, !reference.isEmpty else { return nil }
        return try await image(reference)?["Id"].string.map(Container.digest)
    }

    func image(_ reference: String) async throws -> JSON? {
        try await api.found("/images/\(EngineRequest.escape(reference, slashes: true))/json")
    }

    private func blueprint(_ inspection: JSON) async throws -> ContainerBlueprint {
        let digest = inspection["Image"].string ?? ""
        guard let image = try await image(digest) else {
            let name = inspection["Name"].string ?? ""
            throw EngineFailure.refused(
                EngineFault(
                    .notFound,
                    "the image \(digest) of \(name) is no longer there: its defaults cannot be told from settings"
                ),
                status: 404)
        }
        return ContainerBlueprint(inspection: inspection, image: image)
    }

    private func create(name: String, like: String, image: String) async throws -> EngineReply {
        guard let inspection = try await inspect(like) else {
            return .refused(EngineFault(.notFound, "there is no container \(like) to create \(name) after"))
        }
        let model = try await blueprint(inspection)
        if let obstacle = model.obstacle { return .refused(EngineFault(.refused, obstacle)) }
        let plan = CreationPlan(like: model, image: image, version: try await api.version())
        return try await carryOut(plan, name: name)
    }

    func carryOut(_ plan: CreationPlan, name: String) async throws -> EngineReply {
        let answer = try await api.json(.post("/containers/create", [("name", name)], plan.body))
        guard let id = answer["Id"].string else {
            return .unknown(EngineFault(.malformed, "the engine created \(name) but told no id"))
        }
        do {
            for join in plan.joins {
                try await send(
                    .post(
                        "/networks/\(escape(join.network))/connect", [],
                        ["Container": .string(id), "EndpointConfig": join.settings]))
            }
            if let network = plan.leaves {
                try await send(
                    .post(
                        "/networks/\(escape(network))/disconnect", [],
                        ["Container": .string(id), "Force": false]))
            }
        } catch {
            return try await undo(id, name, EngineFailure.from(error))
        }
        return .done(id: id)
    }

    /// Half a container is none: it is removed, and where that cannot be, its differences tell on the next look.
    private func undo(_ id: String, _ name: String, _ failure: EngineFailure) async throws -> EngineReply {
        let fault = EngineFault(
            failure.fault.code,
            "\(name) was created but could not join its networks: \(failure.fault.message)")
        do {
            try await send(.delete("/containers/\(escape(id))"))
        } catch {
            return .unknown(fault)
        }
        return .refused(fault)
    }

    /// After this many bytes the older lines are left out.
    private static var logLimitBytes: Int { 256 << 10 }

    private func logs(of id: String, lines: Int) async throws -> [String] {
        guard let inspection = try await inspect(id) else {
            throw EngineFailure.refused(EngineFault(.notFound, "there is no container \(id)"), status: 404)
        }
        let isTerminal = inspection["Config"]["Tty"].bool ?? false
        let request = EngineRequest.get(
            "/containers/\(escape(id))/logs",
            [("stdout", "true"), ("stderr", "true"), ("tail", "\(max(0, lines))")])
        let demultiplexer = OutputDemultiplexer(
            isRaw: isTerminal, keep: .last, limitBytes: Self.logLimitBytes)
        return try await api.fold(request, demultiplexer) { $0.take($1) }.lines(last: max(0, lines))
    }
}

extension String {
    /// Docker puts a slash before a container's name, Podman does not.
    fileprivate var trimmingSlash: String { hasPrefix("/") ? String(dropFirst()) : self }
}
