/// Some pieces that were made together and expire together.
public struct Batch: Equatable, Sendable {
    /// The code on the label.
    public let code: String
    /// The last day of use.
    public let expiryDay: Int
    /// The pieces that are left.
    public var quantity: Int

    /// Describes a batch.
    public init(_ code: String, expiryDay: Int, quantity: Int) {
        self.code = code
        self.expiryDay = expiryDay
        self.quantity = quantity
    }
}

/// Why pieces could not be picked.
public enum BatchError: Error, Equatable {
    case short(by: Int)
}

/// Batches of one item, used up in the order they expire.
public struct BatchQueue: Sendable {
    private var batches: [Batch]

    /// Sorts the batches by their last day.
    public init(_ batches: [Batch]) {
        self.batches = batches.sorted { $0.expiryDay < $1.expiryDay }
    }

    /// The pieces in all batches.
    public var total: Int {
        batches.reduce(0) { $0 + $1.quantity }
    }

    /// Takes out the batch that expires first.
    public mutating func takeNext() -> Batch? {
        guard !batches.isEmpty else { return nil }
        return batches.removeFirst()
    }

    /// Takes pieces from the front, and tells which batches they came from.
    public mutating func pick(_ amount: Int) throws -> [String] {
        guard amount <= total else { throw BatchError.short(by: amount - total) }
        var codes: [String] = []
        var open = amount
        while open > 0 {
            var batch = batches.removeFirst()
            codes.append(batch.code)
            let taken = min(open, batch.quantity)
            open -= taken
            batch.quantity -= taken
            if batch.quantity > 0 { batches.insert(batch, at: 0) }
        }
        return codes
    }

    /// The codes of the batches whose last day lies between two days, both included.
    public func expiring(from first: Int, through last: Int) -> [String] {
        guard first <= last else { return [] }
        let days = first...last
        return batches.filter { days.contains($0.expiryDay) }.map(\.code)
    }

    /// The mean number of days that the batches still keep, or nil when there are none.
    public func meanShelfLife(on day: Int) -> Int? {
        guard !batches.isEmpty else { return nil }
        return batches.reduce(0) { $0 + $1.expiryDay - day } / batches.count
    }

    /// The code of the largest batch; a dash when there is none.
    public var largestCode: String {
        batches.max { $0.quantity < $1.quantity }?.code ?? "-"
    }
}
