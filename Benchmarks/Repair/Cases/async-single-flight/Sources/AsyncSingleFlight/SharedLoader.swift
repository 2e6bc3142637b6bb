/// Loads values once and shares them, also among callers that ask while the value is being loaded.
actor SharedLoader {
    private let fetch: @Sendable (String) async throws -> Int
    private var loaded: [String: Int] = [:]

    init(fetch: @escaping @Sendable (String) async throws -> Int) {
        self.fetch = fetch
    }

    /// The value of a key. A failed fetch is not remembered.
    func value(for key: String) async throws -> Int {
        if let value = loaded[key] { return value }
        let value = try await fetch(key)
        loaded[key] = value
        return value
    }
}
