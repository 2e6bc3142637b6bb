import Testing

@testable import Inventory

@Suite struct HeldOutDeal {
    @Test func moreThanWanted() {
        let book = ReservationBook([
            Reservation(1, customer: "Zoe", quantity: 3), Reservation(2, customer: "Yan", quantity: 1),
        ])
        #expect(book.deal(5) == [3, 1])
        #expect(book.deal(1000) == [3, 1])
    }

    @Test func nobodyWantsAny() {
        #expect(ReservationBook([Reservation(1, customer: "Zoe", quantity: 0)]).deal(2) == [0])
        #expect(ReservationBook([]).deal(2) == [])
    }

    @Test func lessThanWanted() {
        let book = ReservationBook([
            Reservation(1, customer: "Zoe", quantity: 3), Reservation(2, customer: "Yan", quantity: 3),
        ])
        #expect(book.deal(3) == [2, 1])
    }
}
