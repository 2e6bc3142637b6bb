internal import Watchdog

/// Runs work, and gives up after `limit` with ``EngineFailure`` `.lost`: what was asked may have been done.
func withTimeLimit<Value: Sendable>(
    _ limit: Duration, _ what: String, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
        group.addTask { try await work() }
        group.addTask {
            try await Task.sleep(for: limit)
            throw EngineFailure.lost(
                EngineFault(.timedOut, "the engine did not complete \(what) within \(limit)"))
        }
        defer { group.cancelAll() }
        guard let first = try await group.next() else { throw CancellationError() }
        return first
    }
}
