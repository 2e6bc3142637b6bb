package import Watchdog

extension SwarmEngine {
    package func perform(_ call: EngineCall) async -> EngineReply {
        do {
            switch call {
            case .survey(let names, _, let reference):
                return .survey(
                    try await onManager { try await survey(names: names, reference: reference, $0) })
            case .logs(let id, let lines):
                return .logs(try await onManager { try await logs(of: id, lines: max(0, lines), $0) })
            case .restart(let id, _):
                try await onManager { try await update(id, $0, ServiceUpdate.force) }
            case .setImage(let id, let image):
                try await onManager { api in
                    try await update(id, api) { ServiceUpdate.hold(ServiceUpdate.setImage($0, image)) }
                }
                await release(id)
            case .start, .stop, .create, .rename, .remove, .tag:
                return .refused(
                    EngineFault(
                        .refused,
                        "Swarm replaces a service's tasks by itself: \(call.verb) is nothing to ask it for"))
            }
            return .done(id: nil)
        } catch {
            return EngineFailure.from(error).reply
        }
    }

    /// Reads, changes, writes. Whoever changed the service in between makes Swarm refuse: `.conflict`, to be read anew.
    private func update(_ id: String, _ api: EngineAPI, _ change: @Sendable (JSON) -> JSON) async throws {
        let service = try await api.json(.get("/services/\(EngineRequest.escape(id))"))
        try await write(change(service["Spec"]), of: service, api)
    }

    private func write(_ spec: JSON, of service: JSON, _ api: EngineAPI) async throws {
        guard let version = service["Version"]["Index"].int, let id = service["ID"].string else {
            throw EngineFailure.lost(EngineFault(.malformed, "the manager tells no version of the service"))
        }
        _ = try await api.send(.post("/services/\(id)/update", [("version", "\(version)")], spec))
    }

    /// Gives Swarm its own way back once the update has ended, if it was taken. Where this does not come to an end, the
    /// label on the service remembers, and the next change of image tries again.
    private func release(_ id: String) async {
        // An update that replaces nothing never begins; after 5 s it is taken for one of those.
        var unbegun = 10
        for _ in 0..<240 {
            do {
                let isReleased = try await onManager { api in
                    let service = try await api.json(.get("/services/\(EngineRequest.escape(id))"))
                    guard let spec = ServiceUpdate.release(service["Spec"]) else { return true }
                    if ServiceUpdate.isOver(service) == nil { unbegun -= 1 }
                    guard ServiceUpdate.isOver(service) ?? (unbegun <= 0) else { return false }
                    try await write(spec, of: service, api)
                    return true
                }
                if isReleased { return }
            } catch {
                // Swarm wrote its progress between our reading and our writing: once more.
                guard EngineFailure.from(error).fault.code == .conflict else { return }
            }
            do { try await Task.sleep(for: .milliseconds(500)) } catch { return }
        }
    }

    private static var logLimitBytes: Int { 256 << 10 }

    private func logs(of id: String, lines: Int, _ api: EngineAPI) async throws -> [String] {
        let service = try await api.json(.get("/services/\(EngineRequest.escape(id))"))
        let state = try await state(of: service, api)
        let evidence = state.evidence(limit: 4)
        var request = EngineRequest.get(
            "/services/\(state.id)/logs",
            [("stdout", "true"), ("stderr", "true"), ("tail", "\(lines)"), ("follow", "false")])
        // The manager collects them from the nodes and waits for those that do not answer.
        request.limit = .seconds(5)
        let isTerminal = state.spec["TTY"].bool ?? false
        let demultiplexer = OutputDemultiplexer(
            isRaw: isTerminal, keep: .last, limitBytes: Self.logLimitBytes)
        do {
            let output = try await api.fold(request, demultiplexer) { $0.take($1) }
            return (output.lines(last: max(0, lines - evidence.count)) + evidence).suffix(lines)
        } catch let failure as EngineFailure where !evidence.isEmpty {
            return (evidence + ["swarm: no output: \(failure.fault.message)"]).suffix(lines)
        }
    }

    /// In a task's container on the manager's own node; refused where none runs there.
    package func execute(_ command: [String], in id: String, limit: Duration) async throws -> Execution {
        try await faulting {
            for api in managers {
                do {
                    let service = try await api.json(.get("/services/\(EngineRequest.escape(id))"))
                    for task in try await state(of: service, api).running {
                        guard let container = try await localContainer(of: task, api)?["Id"].string else {
                            continue
                        }
                        return try await DockerEngine(socket: api.socket).execute(
                            command, in: container, limit: limit)
                    }
                } catch let failure as EngineFailure where managers.count > 1 {
                    if case .notSent = failure { continue }
                    throw failure
                }
            }
            throw EngineFault(
                .refused, "no task of the service runs on a manager's node, to run a command in")
        }
    }
}
