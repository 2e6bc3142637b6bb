import Testing

@testable import OrderStateMachine

@Suite struct OrderLifecycleValidation {
    private func placed(total: Int) -> OrderLifecycle {
        var order = OrderLifecycle(totalCents: total)
        _ = order.apply(.place)
        return order
    }

    @Test(arguments: [(0, true), (1, true), (-1, false)]) func payments_of_a_free_order(
        cents: Int, accepted: Bool
    ) {
        var order = placed(total: 0)
        #expect(order.apply(.pay(cents: cents)) == accepted)
    }

    @Test(arguments: [(0, false), (1, false), (99, false), (100, true), (101, true)])
    func payments(cents: Int, accepted: Bool) {
        var order = placed(total: 100)
        #expect(order.apply(.pay(cents: cents)) == accepted)
        #expect(order.state == (accepted ? .paid(amountCents: cents) : .placed))
        #expect(order.history.count == (accepted ? 3 : 2))
    }

    @Test func a_refused_payment_can_be_repeated() {
        var order = placed(total: 100)
        #expect(order.apply(.pay(cents: 10)) == false)
        #expect(order.apply(.pay(cents: 100)) == true)
        #expect(order.apply(.pay(cents: 100)) == false)
    }

    @Test func shipped_orders_are_final() {
        var order = placed(total: 1)
        #expect(order.apply(.pay(cents: 1)) == true)
        #expect(order.apply(.ship(tracking: "x")) == true)
        #expect(order.apply(.cancel(reason: "late")) == false)
        #expect(order.apply(.ship(tracking: "y")) == false)
        #expect(order.state == .shipped(tracking: "x"))
    }

    @Test func drafts_cannot_be_paid() {
        var order = OrderLifecycle(totalCents: 1)
        #expect(order.apply(.pay(cents: 5)) == false)
        #expect(order.history == [.draft])
    }
}
