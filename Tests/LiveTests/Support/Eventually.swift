import Foundation

/// What never came to be.
struct NeverCame: Error, CustomStringConvertible {
    var description: String
}

/// Waits until something holds; looks 25 times a second.
func eventually(
    _ what: String, within limit: Duration = .seconds(30), context: () -> String = { "" },
    _ holds: () throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + limit
    while true {
        if (try? holds()) == true { return }
        guard ContinuousClock.now < deadline else {
            throw NeverCame(description: "never within \(limit): \(what)\n\(context())")
        }
        try await Task.sleep(for: .milliseconds(40))
    }
}
