import Testing

@testable import IdempotentPayments

@Suite struct PaymentServiceValidation {
    @Test func keys_are_kept_apart() throws {
        var service = PaymentService(balanceCents: 100)
        let a = try service.pay(10, key: "a")
        let b = try service.pay(10, key: "b")
        let again = try service.pay(10, key: "a")
        #expect([a.number, b.number, again.number] == [1, 2, 1])
        #expect(service.balanceCents == 80)
    }

    @Test func repeats_work_with_an_empty_account() throws {
        var service = PaymentService(balanceCents: 10)
        let first = try service.pay(10, key: "k")
        #expect(try service.pay(10, key: "k") == first)
        #expect(service.balanceCents == 0)
        #expect(throws: PaymentError.insufficientFunds) { try service.pay(1, key: "l") }
    }

    @Test func failed_payments_leave_the_key_free() throws {
        var service = PaymentService(balanceCents: 10)
        #expect(throws: PaymentError.insufficientFunds) { try service.pay(20, key: "k") }
        #expect(try service.pay(5, key: "k").number == 1)
        #expect(throws: PaymentError.keyReused("k")) { try service.pay(20, key: "k") }
        #expect(service.balanceCents == 5)
    }
}
