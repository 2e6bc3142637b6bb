import XCTest

@testable import ArithmeticParser

final class CalculatorValidation: XCTestCase {
    func testValues() throws {
        for (text, value) in [
            ("(1)", 1), ("((7))", 7), ("(1+2)*(3+4)", 21), ("2*(3*(4-1))", 18), ("(8-3)-(2-1)", 4),
            ("12/(2+1)", 4), ("1+(2)+3", 6), ("100", 100), (" 1 2 + 3 ", 15), ("0*(5)", 0),
        ] {
            XCTAssertEqual(try Calculator.evaluate(text), value, text)
        }
    }

    func testErrors() {
        for (text, error) in [
            ("", CalculatorError.unexpectedEnd), ("1+", .unexpectedEnd), ("(", .unexpectedEnd),
            (")", .unexpected(")")), ("(1))", .unexpected(")")), ("1+*2", .unexpected("*")),
            ("(1 2", .unexpectedEnd), ("(1(2", .unexpected("(")), ("x", .unexpected("x")),
            ("4/(2-2)", .divisionByZero), ("()", .unexpected(")")),
        ] {
            XCTAssertThrowsError(try Calculator.evaluate(text), text) {
                XCTAssertEqual($0 as? CalculatorError, error, text)
            }
        }
    }
}
