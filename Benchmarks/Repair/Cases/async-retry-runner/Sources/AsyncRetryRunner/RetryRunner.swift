/// Runs async operations again when they fail.
struct RetryRunner: Sendable {
    /// How often an operation is started at most, the first time included.
    let maxAttempts: Int
    /// Called between attempts with the number of the attempt that failed.
    var pause: @Sendable (Int) async -> Void = { _ in }

    /// The operation's result. An error is thrown on once attempts are used up or `isTransient` says no.
    func run<Success: Sendable>(
        isTransient: (any Error) -> Bool = { _ in true },
        _ operation: () async throws -> Success
    ) async throws -> Success {
        var attempt = 1
        while true {
            do {
                return try await operation()
            } catch {
                guard isTransient(error), attempt <= maxAttempts else { throw error }
                await pause(attempt)
                attempt += 1
            }
        }
    }
}
