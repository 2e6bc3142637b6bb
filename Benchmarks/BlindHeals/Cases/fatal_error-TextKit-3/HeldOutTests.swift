import Testing

@testable import TextKit

@Suite struct HeldOutOperators {
    @Test("Unknown operators")
    func unknownOperators() {
        #expect(throws: CalculatorError.unexpected("&")) { try Formula.apply("&", 6, 3) }
        #expect(throws: CalculatorError.unexpected("x")) { try Formula.apply("x", 0, 0) }
    }

    @Test("Inside a formula")
    func insideAFormula() {
        let formula = Formula.operation("?", .number(1), .number(2))
        #expect(throws: CalculatorError.unexpected("?")) { try formula.value() }
    }

    @Test("Known operators")
    func knownOperators() throws {
        #expect(try Formula.apply("-", 6, 9) == -3)
        #expect(try Formula.apply("*", 6, 9) == 54)
    }
}
