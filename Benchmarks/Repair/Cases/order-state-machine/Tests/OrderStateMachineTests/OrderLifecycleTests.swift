import Testing

@testable import OrderStateMachine

@Suite struct OrderLifecycleTests {
    @Test func the_usual_way() {
        var order = OrderLifecycle(totalCents: 500)
        #expect(order.apply(.place) == true)
        #expect(order.apply(.pay(cents: 500)) == true)
        #expect(order.apply(.ship(tracking: "T1")) == true)
        #expect(order.history == [.draft, .placed, .paid(amountCents: 500), .shipped(tracking: "T1")])
    }

    @Test func a_partial_payment_is_refused() {
        var order = OrderLifecycle(totalCents: 500)
        #expect(order.apply(.place) == true)
        #expect(order.apply(.pay(cents: 499)) == false)
        #expect(order.state == .placed)
    }

    @Test func nothing_ships_unpaid() {
        var order = OrderLifecycle(totalCents: 500)
        #expect(order.apply(.place) == true)
        #expect(order.apply(.ship(tracking: "T1")) == false)
    }

    @Test func cancelling() {
        var order = OrderLifecycle(totalCents: 500)
        #expect(order.apply(.cancel(reason: "typo")) == true)
        #expect(order.apply(.place) == false)
        #expect(order.state == .cancelled(reason: "typo"))
    }
}
