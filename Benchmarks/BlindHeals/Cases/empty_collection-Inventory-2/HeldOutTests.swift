import Testing

@testable import Inventory

@Suite struct HeldOutDropNewest {
    @Test func dropEverything() {
        var book = ReservationBook([Reservation(8, customer: "Dan", quantity: 1)])
        #expect(book.dropNewest()?.customer == "Dan")
        #expect(book.dropNewest() == nil)
        #expect(book.count == 0)
    }

    @Test func dropAfterServing() {
        var book = ReservationBook([Reservation(8, customer: "Dan", quantity: 1)])
        #expect(book.serve(from: 5) == [8])
        #expect(book.dropNewest() == nil)
    }
}
