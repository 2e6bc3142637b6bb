/// A page of an API: some records and where the next page starts.
struct RecordPage: Sendable {
    let records: [String]
    let nextCursor: Int?
}

/// Something that serves pages.
protocol PageSource: Sendable {
    func page(after cursor: Int) async throws -> RecordPage
}

enum PagingError: Error, Equatable {
    case tooManyRecords(limit: Int)
}

/// Walks all pages of a source.
struct PagedClient<Source: PageSource> {
    let source: Source
    let limit: Int

    /// Counts the records that match, over all pages.
    func count(where matches: (String) -> Bool) async throws -> Int {
        var total = 0
        var cursor: Int? = 0
        while let position = cursor {
            let page = try await source.page(after: position)
            total += page.records.filter(matches).count
            guard total <= limit else { throw PagingError.tooManyRecords(limit: limit) }
            cursor = page.nextCursor
        }
        return total
    }

    /// The first record that matches, without asking for more pages than needed.
    func first(where matches: (String) -> Bool) async throws -> String? {
        var cursor: Int? = 0
        while let position = cursor {
            let page = try await source.page(after: position)
            if let match = page.records.first(where: matches) { return match }
        }
        return nil
    }
}
