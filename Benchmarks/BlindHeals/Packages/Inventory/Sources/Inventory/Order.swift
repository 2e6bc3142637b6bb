/// Where an order stands.
public enum OrderState: CaseIterable, Sendable {
    case draft
    case placed
    case picked
    case shipped
    case cancelled

    /// The word on the packing slip.
    public var word: String {
        switch self {
        case .draft: return "Draft"
        case .placed: return "Placed"
        case .picked: return "Picked"
        case .shipped: return "On its way"
        case .cancelled: return "Cancelled"
        }
    }

    /// The state that follows when all goes well, or nil at the end.
    public var successor: OrderState? {
        switch self {
        case .draft: return .placed
        case .placed: return .picked
        case .picked: return .shipped
        case .shipped, .cancelled: return nil
        }
    }
}

/// Why an order could not be changed or computed.
public enum OrderError: Error, Equatable {
    case noSuchLine(Int)
    case locked(OrderState)
    case totalTooLarge
}

/// An item on an order.
public struct OrderLine: Equatable, Sendable {
    /// The item's code.
    public let item: String
    /// The pieces ordered.
    public let quantity: Int
    /// The price of a piece.
    public let unitCents: Int

    /// Describes a line.
    public init(_ item: String, quantity: Int, unitCents: Int) {
        self.item = item
        self.quantity = quantity
        self.unitCents = unitCents
    }
}

/// What a customer wants.
public struct Order: Sendable {
    /// Where the order stands.
    public var state: OrderState = .draft
    /// The items wanted.
    public private(set) var lines: [OrderLine]

    /// A draft with these lines.
    public init(_ lines: [OrderLine]) {
        self.lines = lines
    }

    /// Takes a line off a draft.
    public mutating func removeLine(_ number: Int) throws {
        guard state == .draft else { throw OrderError.locked(state) }
        guard lines.indices.contains(number) else { throw OrderError.noSuchLine(number) }
        lines.remove(at: number)
    }

    /// The price of everything.
    public func totalCents() throws -> Int {
        var total = 0
        for line in lines {
            let price = line.quantity.multipliedReportingOverflow(by: line.unitCents)
            guard !price.overflow else { throw OrderError.totalTooLarge }
            let sum = total.addingReportingOverflow(price.partialValue)
            guard !sum.overflow else { throw OrderError.totalTooLarge }
            total = sum.partialValue
        }
        return total
    }

    /// The pieces of each item; lines of the same item are added up.
    public var quantities: [String: Int] {
        Dictionary(lines.map { ($0.item, $0.quantity) }, uniquingKeysWith: +)
    }

    /// The dearest piece on the order; 0 without lines.
    public var highestUnitPrice: Int {
        guard let highest = lines.map(\.unitCents).max() else { return 0 }
        return highest
    }
}
