/// What can go wrong when stock moves.
public enum StockError: Error, Equatable {
    case unknownItem(SKU)
    case insufficient(missing: UInt)
    case tooMuch
}

/// One booking in the ledger.
public struct Movement: Equatable, Sendable {
    /// The item that moved.
    public let item: SKU
    /// The quantity, negative for stock that left.
    public let change: Int
}

/// The quantities on hand, with a journal of how they came about.
public final class StockLedger {
    private var onHand: [SKU: UInt]
    private var journal: [Movement] = []

    /// Opens a ledger with counted stock; counts of the same item are added up.
    public init(counts: [(SKU, UInt)] = []) {
        onHand = Dictionary(counts, uniquingKeysWith: +)
    }

    /// The quantity of an item; none for an item the ledger has never seen.
    public func quantity(of item: SKU) -> UInt {
        onHand[item] ?? 0
    }

    /// Books a delivery.
    public func receive(_ quantity: UInt, of item: SKU) throws {
        let (sum, overflow) = self.quantity(of: item).addingReportingOverflow(quantity)
        guard !overflow else { throw StockError.tooMuch }
        onHand[item] = sum
        journal.append(Movement(item: item, change: Int(clamping: quantity)))
    }

    /// Books stock that leaves.
    public func withdraw(_ quantity: UInt, of item: SKU) throws {
        guard let available = onHand[item] else { throw StockError.unknownItem(item) }
        guard quantity <= available else { throw StockError.insufficient(missing: quantity - available) }
        onHand[item] = available - quantity
        journal.append(Movement(item: item, change: -Int(clamping: quantity)))
    }

    /// How much of a demand the stock does not cover.
    public func shortfall(of item: SKU, demand: UInt) -> UInt {
        let available = quantity(of: item)
        guard demand > available else { return 0 }
        return demand - available
    }

    /// The latest movements, oldest first; none for a negative count.
    public func recentMovements(_ count: Int) -> [Movement] {
        Array(journal.suffix(max(0, count)))
    }

    /// Takes the latest movement out of the journal, without touching the stock.
    public func strikeLast() -> Movement? {
        guard !journal.isEmpty else { return nil }
        return journal.removeLast()
    }

    /// The movement at a position in the journal, or nil when it is not that long.
    public func movement(_ position: Int) -> Movement? {
        guard journal.indices.contains(position) else { return nil }
        return journal[position]
    }
}
