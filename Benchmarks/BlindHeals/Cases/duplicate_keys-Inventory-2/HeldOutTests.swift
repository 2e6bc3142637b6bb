import Testing

@testable import Inventory

@Suite struct HeldOutNames {
    @Test func numberGivenTwice() throws {
        let book = ReservationBook([
            Reservation(6, customer: "Zoe", quantity: 1), Reservation(7, customer: "Yan", quantity: 1),
            Reservation(6, customer: "Xu", quantity: 2),
        ])
        #expect(try book.customer(of: 6) == "Zoe")
        #expect(try book.customer(of: 7) == "Yan")
        #expect(book.count == 3)
    }

    @Test func claimMadeTwice() {
        let claim = Reservation(6, customer: "Zoe", quantity: 1)
        var book = ReservationBook([claim, claim])
        #expect(book.serve(from: 2) == [6, 6])
    }
}
