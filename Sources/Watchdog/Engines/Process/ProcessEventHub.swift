import Synchronization
import Watchdog

/// Hands events to everybody who listens in this process.
final class ProcessEventHub: Sendable {
    /// Events kept for a listener who does not keep up; after these its oldest are dropped, since events are hints.
    private static let limit = 1024

    private struct State {
        var next = 0
        var listeners: [Int: AsyncThrowingStream<EngineEvent, any Error>.Continuation] = [:]
    }
    private let state = Mutex(State())

    var isHeard: Bool { state.withLock { !$0.listeners.isEmpty } }

    func stream() -> AsyncThrowingStream<EngineEvent, any Error> {
        let (stream, continuation) = AsyncThrowingStream<EngineEvent, any Error>.makeStream(
            bufferingPolicy: .bufferingNewest(Self.limit))
        let number = state.withLock { state in
            state.next += 1
            state.listeners[state.next] = continuation
            return state.next
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { $0.listeners[number] = nil }
        }
        return stream
    }

    func publish(_ event: EngineEvent) {
        // Outside of the lock: a listener's end takes it too.
        let listeners = state.withLock { Array($0.listeners.values) }
        for listener in listeners { listener.yield(event) }
    }
}
