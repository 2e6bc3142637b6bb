/// A claim on stock that has not been picked yet.
public struct Reservation: Equatable, Sendable {
    /// The claim's number.
    public let id: Int
    /// Who wants it.
    public let customer: String
    /// How many pieces.
    public let quantity: Int

    /// Describes a claim.
    public init(_ id: Int, customer: String, quantity: Int) {
        self.id = id
        self.customer = customer
        self.quantity = quantity
    }
}

/// Why a reservation could not be served.
public enum ReservationError: Error, Equatable {
    case unknown(id: Int)
}

/// The open claims on one item, oldest first.
public struct ReservationBook: Sendable {
    private var open: [Reservation]
    private let names: [Int: String]

    /// Takes the open claims; a number given twice belongs to the first customer.
    public init(_ reservations: [Reservation]) {
        open = reservations
        names = Dictionary(reservations.map { ($0.id, $0.customer) }, uniquingKeysWith: { first, _ in first })
    }

    /// How many claims are open.
    public var count: Int { open.count }

    /// Who made a claim, open or not.
    public func customer(of id: Int) throws -> String {
        guard let name = names[id] else { throw ReservationError.unknown(id: id) }
        return name
    }

    /// Serves the oldest claims as long as the stock lasts, and returns their numbers.
    public mutating func serve(from stock: Int) -> [Int] {
        var served: [Int] = []
        var left = stock
        while let next = open.first, next.quantity <= left {
            left -= next.quantity
            served.append(next.id)
            open.removeFirst()
        }
        return served
    }

    /// Gives up the newest claim.
    public mutating func dropNewest() -> Reservation? {
        guard !open.isEmpty else { return nil }
        return open.removeLast()
    }

    /// How many claims are ahead of this one.
    public func ahead(of id: Int) throws -> Int {
        guard let position = open.firstIndex(where: { $0.id == id }) else {
            throw ReservationError.unknown(id: id)
        }
        return position
    }

    /// Deals single pieces in turn until the stock or the wishes run out.
    public func deal(_ stock: Int) -> [Int] {
        var dealt = open.map { _ in 0 }
        var left = stock
        var turn = 0
        while left > 0 && dealt.reduce(0, +) < open.reduce(0, { $0 + $1.quantity }) {
            let place = turn % open.count
            if dealt[place] < open[place].quantity {
                dealt[place] += 1
                left -= 1
            }
            turn += 1
        }
        return dealt
    }

    /// The share of all claimed pieces that each customer holds, in percent.
    public func percentages() -> [Int] {
        let total = open.reduce(0) { $0 + $1.quantity }
        return open.map { total == 0 ? 0 : $0.quantity * 100 / total }
    }
}
