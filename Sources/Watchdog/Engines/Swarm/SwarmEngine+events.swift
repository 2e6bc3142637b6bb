package import Watchdog

extension SwarmEngine {
    /// Of the services, and of those tasks that run on the node of the first manager that is there.
    package func events() -> AsyncThrowingStream<EngineEvent, any Error> {
        let since = wallClock()
        return AsyncThrowingStream(bufferingPolicy: .bufferingOldest(4096)) { continuation in
            // Ended by the stream's termination, which its listener brings about.
            let task = Task {
                do {
                    let api = try await onManager { api in
                        _ = try await api.identify()
                        return api
                    }
                    let filters: JSON = ["type": ["service", "container"]]
                    for try await event in api.events(
                        filters: filters, since: since, { EngineEvent(serviceMessage: $0) })
                    {
                        if case .dropped = continuation.yield(event) {
                            throw EngineFault(.malformed, "more events than could be read: some were lost")
                        }
                    }
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: EngineFailure.from(error).fault)
                }
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }
}
