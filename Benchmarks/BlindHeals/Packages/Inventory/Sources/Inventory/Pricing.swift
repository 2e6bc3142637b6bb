/// Why a price could not be computed.
public enum PricingError: Error, Equatable {
    case noCost
    case notRepresentable
    case noTier(quantity: Int)
}

/// A unit price that holds from some quantity on.
public struct PriceTier: Equatable, Sendable {
    /// The smallest quantity.
    public let from: Int
    /// The price of a piece.
    public let unitCents: Int

    /// Describes a tier.
    public init(from: Int, unitCents: Int) {
        self.from = from
        self.unitCents = unitCents
    }
}

/// Unit prices by quantity.
public struct PriceList: Sendable {
    private let tiers: [PriceTier]

    /// Takes the tiers in any order.
    public init(_ tiers: [PriceTier]) {
        self.tiers = tiers.sorted { $0.from < $1.from }
    }

    /// The unit price for a quantity.
    public func unitCents(for quantity: Int) throws -> Int {
        guard let tier = tiers.last(where: { $0.from <= quantity }) else {
            throw PricingError.noTier(quantity: quantity)
        }
        return tier.unitCents
    }

    /// How many more pieces reach the next cheaper tier, or nil on the last one.
    public func missingForNextTier(at quantity: Int) -> Int? {
        guard let next = tiers.first(where: { $0.from > quantity }) else { return nil }
        return next.from - quantity
    }
}

/// Arithmetic with prices in cents.
public enum Pricing {
    /// What a price lies above its cost, in percent of the cost.
    public static func markup(priceCents: Int, costCents: Int) throws -> Int {
        guard costCents > 0 else { throw PricingError.noCost }
        return (priceCents - costCents) * 100 / costCents
    }

    /// A price after tax, rounded to the nearest cent.
    public static func gross(netCents: Int, taxRate: Double) throws -> Int {
        let exact = (Double(netCents) * (1 + taxRate)).rounded()
        guard let cents = Int(exactly: exact) else { throw PricingError.notRepresentable }
        return cents
    }

    /// A price after a discount; percentages outside 0 to 100 are brought inside.
    public static func discounted(_ cents: Int, percent: Int) -> Int {
        let share = min(max(percent, 0), 100)
        return cents - cents / 100 * share - cents % 100 * share / 100
    }

    /// The price of one of `pieces` in a pack, rounded up; a pack without pieces has the price of the pack.
    public static func piecePrice(packCents: Int, pieces: Int) -> Int {
        pieces > 0 ? (packCents + pieces - 1) / pieces : packCents
    }

    /// A price tag, such as `"  4.50"`, at least `width` wide.
    public static func tag(_ cents: UInt, width: Int) -> String {
        let minor = cents % 100
        let text = "\(cents / 100)." + (minor < 10 ? "0" : "") + "\(minor)"
        return String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
