/// Cuts lists into pages; page numbers start at 1.
public enum Paging {
    /// How many pages `itemCount` items fill.
    public static func pageCount(itemCount: Int, size: Int) -> Int {
        guard size > 0 else { return 0 }
        guard itemCount > 0 else { return 0 }
        return (itemCount - 1) / size + 1
    }

    /// The items of page `number`; empty past the last page.
    public static func page<Item>(_ number: Int, size: Int, of items: [Item]) -> [Item] {
        guard number > 0, size > 0 else { return [] }
        let (start, overflow) = (number - 1).multipliedReportingOverflow(by: size)
        guard !overflow else { return [] }
        guard start < items.count else { return [] }
        let end = min(start + size, items.count)
        return Array(items[start..<end])
    }

    /// The item at `position`, or nil when the list does not reach that far.
    public static func item<Item>(at position: Int, of items: [Item]) -> Item? {
        guard items.indices.contains(position) else { return nil }
        return items[position]
    }

    /// All pages in order; the last one may be shorter.
    public static func pages<Item>(of items: [Item], size: Int) -> [[Item]] {
        guard size > 0 else { return [] }
        var pages: [[Item]] = []
        var offset = 0
        while offset < items.count {
            let end = min(offset + size, items.count)
            pages.append(Array(items[offset..<end]))
            offset += size
        }
        return pages
    }

    /// The page numbers to offer next to `current`, at most `reach` to each side.
    public static func links(around current: Int, reach: Int, pageCount: Int) -> [Int] {
        let first = max(1, current - reach)
        let last = min(pageCount, current + reach)
        guard first <= last else { return [] }
        return Array(first...last)
    }

    /// The first `limit` items; a negative limit counts as none.
    public static func preview<Item>(_ limit: Int, of items: [Item]) -> [Item] {
        Array(items.prefix(max(0, limit)))
    }

    /// The items after the first `count`; a negative count skips none.
    public static func rest<Item>(after count: Int, of items: [Item]) -> [Item] {
        Array(items.dropFirst(max(0, count)))
    }
}
