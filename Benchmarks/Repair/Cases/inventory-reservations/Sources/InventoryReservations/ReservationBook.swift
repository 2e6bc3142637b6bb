enum ReservationError: Error, Equatable {
    case insufficient(sku: String, available: Int)
    case unknownReservation(Int)
}

/// Stock on hand and what is reserved of it.
struct ReservationBook {
    private struct Reservation {
        let sku: String
        let quantity: Int
    }

    private var onHand: [String: Int]
    private var reservations: [Int: Reservation] = [:]
    private var nextNumber = 1

    init(onHand: [String: Int]) {
        self.onHand = onHand
    }

    /// What can still be reserved. Goods that were never stocked count as none.
    func available(_ sku: String) -> Int {
        let reserved = reservations.values.filter { $0.sku == sku }.reduce(0) { $0 + $1.quantity }
        return onHand[sku, default: 1] - reserved
    }

    /// Reserves and returns the number of the reservation.
    mutating func reserve(_ quantity: Int, of sku: String) throws -> Int {
        guard quantity <= available(sku) else {
            throw ReservationError.insufficient(sku: sku, available: available(sku))
        }
        defer { nextNumber += 1 }
        reservations[nextNumber] = Reservation(sku: sku, quantity: quantity)
        return nextNumber
    }

    mutating func release(_ number: Int) throws {
        guard reservations.removeValue(forKey: number) != nil else {
            throw ReservationError.unknownReservation(number)
        }
    }

    /// Takes the reserved goods out of the stock.
    mutating func confirm(_ number: Int) throws {
        guard let reservation = reservations.removeValue(forKey: number) else {
            throw ReservationError.unknownReservation(number)
        }
        onHand[reservation.sku, default: 0] -= reservation.quantity
    }
}
