import Testing

@testable import TextKit

@Suite("Calculator")
struct CalculatorTests {
    @Test(
        "Formulas have a value",
        arguments: [
            ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("7 / 2", 3), ("10 - 2 - 3", 5), ("((5))", 5), ("9 % 4", 1),
        ])
    func values(text: String, value: Int) throws {
        #expect(try Calculator.evaluate(text) == value)
    }

    @Test("Division by zero is refused")
    func divisionByZero() {
        #expect(throws: CalculatorError.divisionByZero) { try Calculator.evaluate("1 / 0") }
        #expect(throws: CalculatorError.divisionByZero) { try Calculator.evaluate("8 / (2 - 2)") }
    }

    @Test("A remainder by zero is zero")
    func remainderByZero() throws {
        #expect(try Calculator.evaluate("7 % 0") == 0)
        #expect(try Calculator.evaluate("0 % 0") == 0)
    }

    @Test("Results beyond an Int are refused")
    func overflow() {
        #expect(throws: CalculatorError.overflow) { try Calculator.evaluate("9223372036854775807 + 1") }
        #expect(throws: CalculatorError.overflow) { try Calculator.evaluate("9223372036854775807 * 2") }
        #expect(throws: CalculatorError.overflow) { try Formula.apply("-", Int.min, 1) }
        #expect(throws: CalculatorError.overflow) { try Formula.apply("/", Int.min, -1) }
    }

    @Test("Unfinished formulas are refused")
    func unfinished() {
        #expect(throws: CalculatorError.unfinished) { try Calculator.evaluate("") }
        #expect(throws: CalculatorError.unfinished) { try Calculator.evaluate("1 +") }
        #expect(throws: CalculatorError.unfinished) { try Calculator.evaluate("(1") }
    }

    @Test("Strange symbols are named")
    func unexpected() {
        #expect(throws: CalculatorError.unexpected("x")) { try Calculator.evaluate("2 * x") }
        #expect(throws: CalculatorError.unexpected(")")) { try Calculator.evaluate("2)") }
        #expect(throws: CalculatorError.unexpected("^")) { try Formula.apply("^", 1, 2) }
    }

    @Test("Deep nesting is refused")
    func tooDeep() {
        let open = String(repeating: "(", count: 60)
        let close = String(repeating: ")", count: 60)
        #expect(throws: CalculatorError.tooDeep) { try Calculator.evaluate(open + "1" + close) }
    }
}
