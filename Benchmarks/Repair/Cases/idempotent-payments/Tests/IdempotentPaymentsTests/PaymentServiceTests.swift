import Testing

@testable import IdempotentPayments

@Suite struct PaymentServiceTests {
    @Test func books_a_payment() throws {
        var service = PaymentService(balanceCents: 100)
        #expect(try service.pay(30, key: "a") == Receipt(number: 1, cents: 30))
        #expect(service.balanceCents == 70)
    }

    @Test func a_repeated_key_books_nothing() throws {
        var service = PaymentService(balanceCents: 100)
        let first = try service.pay(30, key: "a")
        let second = try service.pay(30, key: "a")
        #expect(first == second)
        #expect(service.balanceCents == 70)
    }

    @Test func a_key_is_bound_to_its_amount() throws {
        var service = PaymentService(balanceCents: 100)
        _ = try service.pay(30, key: "a")
        #expect(throws: PaymentError.keyReused("a")) { try service.pay(31, key: "a") }
    }

    @Test func funds_are_limited() {
        var service = PaymentService(balanceCents: 10)
        #expect(throws: PaymentError.insufficientFunds) { try service.pay(11, key: "a") }
    }
}
