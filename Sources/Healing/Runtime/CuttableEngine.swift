import Synchronization
package import Watchdog

/// An engine behind a line that can be cut: for demos and tests of what a watchdog does without its engine.
package final class CuttableEngine: ContainerEngine {
    private struct Line {
        var isCut = false
        var streams: [Int: AsyncThrowingStream<EngineEvent, any Error>.Continuation] = [:]
        var count = 0
    }

    private let engine: any ContainerEngine
    private let line = Mutex(Line())

    package init(_ engine: any ContainerEngine) { self.engine = engine }

    package var kind: EngineKind { engine.kind }

    package func cut() {
        let streams = line.withLock { line in
            line.isCut = true
            defer { line.streams = [:] }
            return line.streams.values
        }
        for stream in streams { stream.finish(throwing: Self.fault) }
    }

    package func mend() { line.withLock { $0.isCut = false } }

    private static var fault: EngineFault { EngineFault(.unreachable, "the line to the engine is cut") }

    private var isCut: Bool { line.withLock(\.isCut) }

    package func hello() async throws -> EngineInfo {
        if isCut { throw Self.fault }
        return try await engine.hello()
    }

    package func perform(_ call: EngineCall) async -> EngineReply {
        if isCut { return .refused(Self.fault) }
        return await engine.perform(call)
    }

    package func list() async throws -> [Container] {
        if isCut { throw Self.fault }
        return try await engine.list()
    }

    package func execute(_ command: [String], in id: String, limit: Duration) async throws -> Execution {
        if isCut { throw Self.fault }
        return try await engine.execute(command, in: id, limit: limit)
    }

    package func events() -> AsyncThrowingStream<EngineEvent, any Error> {
        let (stream, continuation) = AsyncThrowingStream<EngineEvent, any Error>.makeStream()
        let key = line.withLock { line -> Int? in
            guard !line.isCut else { return nil }
            line.count += 1
            line.streams[line.count] = continuation
            return line.count
        }
        guard key != nil else {
            continuation.finish(throwing: Self.fault)
            return stream
        }
        // The listener's end of the stream ends this task.
        let task = Task { [engine] in
            do {
                for try await event in engine.events() { continuation.yield(event) }
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }
}
