/// A difference between what was counted and what the books say.
struct StockDrift: Equatable {
    let sku: String
    /// Positive when more was counted than booked.
    let difference: Int
}

/// Compares a stock count with the books.
struct StockTaking {
    let booked: [String: Int]
    let counted: [String: Int]

    /// All differences, largest first by size, then by SKU.
    func drifts() -> [StockDrift] {
        let skus = Set(booked.keys).union(counted.keys)
        return
            skus
            .map { StockDrift(sku: $0, difference: (counted[$0] ?? 0) - (booked[$0] ?? 0)) }
            .filter { $0.difference != 0 }
            .sorted { (abs($1.difference), $0.sku) < (abs($0.difference), $1.sku) }
    }

    /// What the drift is worth; losses are negative. Unpriced goods count as nothing.
    func value(pricesInCents: [String: Int]) -> Int {
        drifts().reduce(0) { $0 + abs($1.difference) * (pricesInCents[$1.sku] ?? 0) }
    }

    /// Whether no difference is larger than the tolerance.
    func isWithin(tolerance: Int) -> Bool {
        drifts().allSatisfy { abs($0.difference) <= tolerance }
    }
}
