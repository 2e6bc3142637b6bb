import Testing

@testable import Inventory

@Suite struct HeldOutTotal {
    @Test func lineTooLarge() {
        let order = Order([OrderLine("yacht", quantity: Int.max, unitCents: 2)])
        #expect(throws: OrderError.totalTooLarge) { try order.totalCents() }
        let other = Order([
            OrderLine("pin", quantity: 1, unitCents: 5),
            OrderLine("yacht", quantity: Int.max / 10, unitCents: 11),
        ])
        #expect(throws: OrderError.totalTooLarge) { try other.totalCents() }
    }

    @Test func linesTooLargeTogether() {
        let line = OrderLine("yacht", quantity: 1, unitCents: Int.max / 2 + 1)
        #expect(throws: OrderError.totalTooLarge) { try Order([line, line]).totalCents() }
    }

    @Test func ordinaryLines() throws {
        #expect(try Order([OrderLine("cap", quantity: 7, unitCents: 900)]).totalCents() == 6300)
    }
}
