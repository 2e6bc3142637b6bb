import Testing

@testable import Inventory

@Suite struct HeldOutRemoveLine {
    @Test func lineOutsideTheOrder() {
        var order = Order([OrderLine("cap", quantity: 1, unitCents: 900)])
        #expect(throws: OrderError.noSuchLine(1)) { try order.removeLine(1) }
        #expect(throws: OrderError.noSuchLine(-4)) { try order.removeLine(-4) }
        #expect(order.lines.count == 1)
    }

    @Test func lineOfAnEmptyOrder() {
        var order = Order([])
        #expect(throws: OrderError.noSuchLine(0)) { try order.removeLine(0) }
    }

    @Test func onlyLine() throws {
        var order = Order([OrderLine("cap", quantity: 1, unitCents: 900)])
        try order.removeLine(0)
        #expect(order.lines == [])
    }
}
