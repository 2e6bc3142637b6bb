import Testing

@testable import Inventory

@Suite struct HeldOutQuantities {
    @Test func sameItemTwice() {
        let order = Order([
            OrderLine("cap", quantity: 2, unitCents: 9), OrderLine("cap", quantity: 40, unitCents: 8),
        ])
        #expect(order.quantities == ["cap": 42])
    }

    @Test func sameItemThrice() {
        let line = OrderLine("hat", quantity: 3, unitCents: 1)
        #expect(
            Order([line, line, OrderLine("cap", quantity: 1, unitCents: 9), line]).quantities == [
                "hat": 9, "cap": 1,
            ])
    }

    @Test func differentItems() {
        #expect(Order([OrderLine("cap", quantity: 2, unitCents: 9)]).quantities == ["cap": 2])
    }
}
