package import Watchdog

extension DockerEngine {
    /// The engine has no way to end a command it runs: after `limit` it is left running, and the call throws.
    package func execute(_ command: [String], in id: String, limit: Duration) async throws -> Execution {
        try await faulting {
            try await withTimeLimit(limit, "\(command.first ?? "nothing") in \(id)") {
                try await run(command, in: id)
            }
        }
    }

    private func run(_ command: [String], in id: String) async throws -> Execution {
        let order: JSON = ["AttachStdout": true, "AttachStderr": true, "Tty": false, "Cmd": JSON(command)]
        let made = try await api.json(.post("/containers/\(EngineRequest.escape(id))/exec", [], order))
        guard let run = made["Id"].string else {
            throw EngineFailure.lost(EngineFault(.malformed, "the engine told no id of the command to run"))
        }
        var start = EngineRequest.post("/exec/\(run)/start", [], ["Detach": false, "Tty": false])
        start.limit = nil
        let output = try await api.fold(
            start, OutputDemultiplexer(isRaw: false, keep: .first, limitBytes: 64 << 10)
        ) { $0.take($1) }
        let end = try await api.json(.get("/exec/\(run)/json"))
        guard let code = end["ExitCode"].int, end["Running"].bool != true else {
            throw EngineFailure.lost(
                EngineFault(.malformed, "the engine does not tell how \(command.first ?? "nothing") ended"))
        }
        return Execution(exitCode: code, output: output.text)
    }
}
