/// A batch of clicks as a collector sends them.
struct ClickBatch {
    let page: String
    let clicks: Int
}

/// Clicks per page, summed over all batches seen.
struct ClickHistogram: Equatable {
    private(set) var clicksByPage: [String: Int] = [:]

    var total: Int { clicksByPage.values.reduce(0, +) }

    /// Adds a batch. Batches without clicks leave no entry.
    mutating func add(_ batch: ClickBatch) {
        guard batch.clicks > 0 else { return }
        clicksByPage[batch.page, default: 0] = batch.clicks
    }

    mutating func merge(_ other: ClickHistogram) {
        clicksByPage.merge(other.clicksByPage, uniquingKeysWith: +)
    }

    /// The pages with most clicks; pages with equal counts in alphabetical order.
    func top(_ count: Int) -> [String] {
        clicksByPage
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .prefix(count)
            .map(\.key)
    }
}
