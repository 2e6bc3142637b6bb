import Testing

@testable import TextKit

@Suite struct HeldOutFactor {
    @Test("Nothing follows")
    func nothingFollows() {
        #expect(throws: CalculatorError.unfinished) { try Calculator.evaluate("5 *") }
        #expect(throws: CalculatorError.unfinished) { try Calculator.evaluate("   ") }
        #expect(throws: CalculatorError.unfinished) { try Calculator.evaluate("((2 -") }
    }

    @Test("Something else follows")
    func somethingElseFollows() {
        #expect(throws: CalculatorError.unexpected("*")) { try Calculator.evaluate("5 * *") }
    }

    @Test("A number follows")
    func aNumberFollows() throws {
        #expect(try Calculator.evaluate("5 * 12") == 60)
    }
}
