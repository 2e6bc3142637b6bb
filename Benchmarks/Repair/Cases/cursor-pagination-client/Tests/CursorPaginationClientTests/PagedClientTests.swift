import Testing

@testable import CursorPaginationClient

@Suite struct PagedClientTests {
    struct ListSource: PageSource {
        let records: [String]

        func page(after cursor: Int) async throws -> RecordPage {
            let end = min(cursor + 2, records.count)
            return RecordPage(
                records: Array(records[cursor..<end]), nextCursor: end < records.count ? end : nil)
        }
    }

    private let client = PagedClient(
        source: ListSource(records: ["ant", "bee", "cat", "dog", "eel"]), limit: 10)

    @Test func counts_over_all_pages() async throws {
        #expect(try await client.count { $0.contains("e") } == 2)
    }

    @Test func finds_on_the_first_page() async throws {
        #expect(try await client.first { $0.hasPrefix("b") } == "bee")
    }

    @Test func finds_on_a_later_page() async throws {
        #expect(try await client.first { $0.hasPrefix("d") } == "dog")
    }

    @Test func an_empty_source() async throws {
        let empty = PagedClient(source: ListSource(records: []), limit: 10)
        #expect(try await empty.count { _ in true } == 0)
    }

    @Test func a_limit() async {
        let limited = PagedClient(source: ListSource(records: ["a", "b", "c"]), limit: 2)
        await #expect(throws: PagingError.tooManyRecords(limit: 2)) { try await limited.count { _ in true } }
    }
}
