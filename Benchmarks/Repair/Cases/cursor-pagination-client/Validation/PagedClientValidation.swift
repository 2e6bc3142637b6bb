import Testing

@testable import CursorPaginationClient

@Suite struct PagedClientValidation {
    final class CountingSource: PageSource, @unchecked Sendable {
        private(set) var requests: [Int] = []
        let pages: Int

        init(pages: Int) {
            self.pages = pages
        }

        func page(after cursor: Int) async throws -> RecordPage {
            requests.append(cursor)
            return RecordPage(records: ["r\(cursor)"], nextCursor: cursor + 1 < pages ? cursor + 1 : nil)
        }
    }

    @Test(arguments: 0..<5) func stops_at_the_match(index: Int) async throws {
        let source = CountingSource(pages: 5)
        let client = PagedClient(source: source, limit: 100)
        #expect(try await client.first { $0 == "r\(index)" } == "r\(index)")
        #expect(source.requests == Array(0...index))
    }

    @Test func no_match() async throws {
        let source = CountingSource(pages: 4)
        let client = PagedClient(source: source, limit: 100)
        #expect(try await client.first { _ in false } == nil)
        #expect(source.requests == [0, 1, 2, 3])
    }

    @Test func counting() async throws {
        let source = CountingSource(pages: 6)
        let client = PagedClient(source: source, limit: 6)
        #expect(try await client.count { _ in true } == 6)
        #expect(try await client.count { $0 == "r3" } == 1)
        await #expect(throws: PagingError.tooManyRecords(limit: 5)) {
            try await PagedClient(source: source, limit: 5).count { _ in true }
        }
    }

    @Test func one_page() async throws {
        let client = PagedClient(source: CountingSource(pages: 1), limit: 1)
        #expect(try await client.first { _ in true } == "r0")
        #expect(try await client.first { $0 == "x" } == nil)
    }
}
