import Testing

@testable import AsyncSingleFlight

@Suite struct SharedLoaderTests {
    actor Backend {
        private(set) var requests = 0

        func fetch(_ key: String) async throws -> Int {
            requests += 1
            for _ in 0..<50 { await Task.yield() }
            return key.count
        }
    }

    @Test func loads_a_value() async throws {
        let backend = Backend()
        let loader = SharedLoader { try await backend.fetch($0) }
        #expect(try await loader.value(for: "abc") == 3)
    }

    @Test func a_loaded_value_is_remembered() async throws {
        let backend = Backend()
        let loader = SharedLoader { try await backend.fetch($0) }
        _ = try await loader.value(for: "abc")
        _ = try await loader.value(for: "abc")
        #expect(await backend.requests == 1)
    }

    @Test func callers_at_the_same_time_share_a_fetch() async throws {
        let backend = Backend()
        let loader = SharedLoader { try await backend.fetch($0) }
        let values = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<20 { group.addTask { try await loader.value(for: "abcd") } }
            return try await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(values == Array(repeating: 4, count: 20))
        #expect(await backend.requests == 1)
    }
}
