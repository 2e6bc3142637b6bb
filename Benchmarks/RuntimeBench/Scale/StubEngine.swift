import Watchdog

/// An engine in which every container runs, and nothing ever happens.
struct StubEngine: ContainerEngine {
    let kind = EngineKind.docker

    func hello() async throws -> EngineInfo { EngineInfo(kind: .docker, title: "stub", api: "") }

    func perform(_ call: EngineCall) async -> EngineReply {
        switch call {
        case .survey(let names, _, _):
            .survey(
                Survey(
                    containers: names.map {
                        Container(
                            id: "id-\($0)", name: $0, image: "sha256:stub", state: .running, incarnation: "1")
                    }))
        case .logs: .logs([])
        default: .refused(EngineFault(.refused, "nothing is to be changed here"))
        }
    }

    func list() async throws -> [Container] { [] }

    func execute(_ command: [String], in id: String, limit: Duration) async throws -> Execution {
        Execution(exitCode: 0, output: "")
    }

    func events() -> AsyncThrowingStream<EngineEvent, any Error> {
        let (stream, continuation) = AsyncThrowingStream<EngineEvent, any Error>.makeStream()
        // Held until the listener lets go: the stream never ends by itself.
        continuation.onTermination = { _ in _ = continuation }
        return stream
    }
}
