import Watchdog

/// An engine that gives one answer.
struct StubEngine: ContainerEngine {
    var kind: EngineKind { .docker }
    var onPerform: @Sendable (EngineCall) async -> EngineReply = { _ in .done(id: nil) }
    var onExecute: @Sendable ([String], String, Duration) async throws -> Execution = { _, _, _ in
        Execution(exitCode: 0, output: "")
    }

    func hello() async throws -> EngineInfo { EngineInfo(kind: .docker, title: "stub", api: "") }
    func perform(_ call: EngineCall) async -> EngineReply { await onPerform(call) }
    func list() async throws -> [Container] { [] }
    func execute(_ command: [String], in id: String, limit: Duration) async throws -> Execution {
        try await onExecute(command, id, limit)
    }
    func events() -> AsyncThrowingStream<EngineEvent, any Error> { AsyncThrowingStream { $0.finish() } }
}
