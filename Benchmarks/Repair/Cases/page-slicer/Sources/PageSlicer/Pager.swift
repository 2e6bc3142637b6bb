/// One page of a listing, with what a client needs to ask for the next.
struct Page<Item: Equatable>: Equatable {
    let items: [Item]
    let number: Int
    let totalPages: Int

    var hasNext: Bool { number < totalPages }
}

/// Cuts a list into pages, numbered from 1.
struct Pager<Item: Equatable> {
    let items: [Item]
    let pageSize: Int

    init(items: [Item], pageSize: Int) {
        self.items = items
        self.pageSize = max(1, pageSize)
    }

    var totalPages: Int {
        (items.count + pageSize - 1) / pageSize
    }

    /// The page with this number, or nil when the list does not reach that far.
    func page(_ number: Int) -> Page<Item>? {
        guard (1...max(1, totalPages)).contains(number) else { return nil }
        let start = number * pageSize
        let end = min(start + pageSize, items.count)
        return Page(items: Array(items[start..<end]), number: number, totalPages: totalPages)
    }

    /// All pages in order.
    var pages: [Page<Item>] {
        (1...max(1, totalPages)).compactMap(page)
    }
}
