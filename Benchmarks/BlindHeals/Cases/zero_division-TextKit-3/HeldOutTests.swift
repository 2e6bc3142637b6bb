import Testing

@testable import TextKit

@Suite struct HeldOutRemainder {
    @Test("Remainder by zero")
    func remainderByZero() throws {
        #expect(try Calculator.evaluate("123 % (5 - 5)") == 0)
        #expect(try Formula.apply("%", -4, 0) == 0)
    }

    @Test("Remainder by zero inside a formula")
    func remainderByZeroInsideAFormula() throws {
        #expect(try Calculator.evaluate("1 + 8 % 0 * 3") == 1)
    }

    @Test("Ordinary remainder")
    func ordinaryRemainder() throws {
        #expect(try Calculator.evaluate("20 % 6") == 2)
        #expect(try Formula.apply("%", -7, 3) == -1)
    }
}
