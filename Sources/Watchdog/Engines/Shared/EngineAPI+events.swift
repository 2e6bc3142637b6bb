internal import Watchdog

extension EngineAPI {
    /// Follows `GET /events`, from the moment of the call even where the connection stands later: the engine repeats
    /// what it remembers since then.
    func events(
        filters: JSON, since: Duration, _ read: @escaping @Sendable (JSON) -> EngineEvent?
    ) -> AsyncThrowingStream<EngineEvent, any Error> {
        // After this many unread events the stream ends with an error: who listens looks again instead.
        AsyncThrowingStream(bufferingPolicy: .bufferingOldest(4096)) { continuation in
            // Ended by the stream's termination, which its listener brings about.
            let task = Task {
                do {
                    let (seconds, attoseconds) = since.components
                    let digits = String(attoseconds / 1_000_000_000)
                    let nanoseconds = String(repeating: "0", count: 9 - digits.count) + digits
                    var request = EngineRequest.get(
                        "/events", [("filters", filters.text), ("since", "\(seconds).\(nanoseconds)")])
                    request.limit = nil
                    _ = try await self.fold(request, LineSplitter()) { splitter, chunk in
                        for line in splitter.lines(chunk) {
                            guard let message = try? JSON(parsing: line), let event = read(message) else {
                                continue
                            }
                            if case .dropped = continuation.yield(event) {
                                throw EngineFailure.lost(
                                    EngineFault(.malformed, "more events than could be read: some were lost"))
                            }
                        }
                    }
                    let path = self.socket.path
                    throw EngineFault(.unreachable, "the engine at \(path) ended its stream of events")
                } catch is CancellationError {
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: EngineFailure.from(error).fault)
                }
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }
}
