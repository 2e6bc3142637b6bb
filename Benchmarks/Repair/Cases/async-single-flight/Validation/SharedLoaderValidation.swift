import Testing

@testable import AsyncSingleFlight

@Suite struct SharedLoaderValidation {
    struct Failure: Error {}

    actor Backend {
        private(set) var requests: [String] = []
        var failures = 0

        init(failures: Int = 0) {
            self.failures = failures
        }

        func fetch(_ key: String) async throws -> Int {
            requests.append(key)
            for _ in 0..<50 { await Task.yield() }
            if failures > 0 {
                failures -= 1
                throw Failure()
            }
            return key.count
        }
    }

    @Test func one_fetch_per_key() async throws {
        let backend = Backend()
        let loader = SharedLoader { try await backend.fetch($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<30 {
                group.addTask {
                    _ = try await loader.value(for: String(repeating: "k", count: index % 3 + 1))
                }
            }
            try await group.waitForAll()
        }
        #expect(await backend.requests.sorted() == ["k", "kk", "kkk"])
    }

    @Test func failures_are_shared_but_not_remembered() async throws {
        let backend = Backend(failures: 1)
        let loader = SharedLoader { try await backend.fetch($0) }
        await #expect(throws: Failure.self) { try await loader.value(for: "x") }
        #expect(try await loader.value(for: "x") == 1)
        #expect(try await loader.value(for: "x") == 1)
        #expect(await backend.requests.count == 2)
    }
}
