package import Watchdog

/// An engine that is read and never asked to change anything: each change is told and refused.
package struct DryRunEngine: ContainerEngine {
    private let engine: any ContainerEngine
    private let tell: @Sendable (EngineCall) -> Void

    package init(_ engine: any ContainerEngine, tell: @escaping @Sendable (EngineCall) -> Void) {
        self.engine = engine
        self.tell = tell
    }

    package var kind: EngineKind { engine.kind }
    package func hello() async throws -> EngineInfo { try await engine.hello() }
    package func list() async throws -> [Container] { try await engine.list() }
    package func events() -> AsyncThrowingStream<EngineEvent, any Error> { engine.events() }

    package func perform(_ call: EngineCall) async -> EngineReply {
        guard call.changesSomething else { return await engine.perform(call) }
        tell(call)
        return .refused(EngineFault(.refused, "dry run"))
    }

    package func execute(_ command: [String], in id: String, limit: Duration) async throws -> Execution {
        try await engine.execute(command, in: id, limit: limit)
    }
}
