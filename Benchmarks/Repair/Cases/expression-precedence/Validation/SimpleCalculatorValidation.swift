import XCTest

@testable import ExpressionPrecedence

final class SimpleCalculatorValidation: XCTestCase {
    func testValues() throws {
        for (text, value) in [
            ("5", 5), ("2 * 3 + 4", 10), ("2 + 3 * 4 - 5", 9), ("2 * 3 + 4 * 5", 26), ("8 / 2 - 9 / 3", 1),
            ("1 - 2 * 3 * 4", -23), ("-3 * 2 + 1", -5), ("9 - 8 / 4 / 2", 8), ("1 + 1 + 2 * 2 + 1", 7),
        ] {
            XCTAssertEqual(try SimpleCalculator().evaluate(text), value, text)
        }
    }

    func testErrors() {
        XCTAssertThrowsError(try SimpleCalculator().evaluate("1 + 4 / 0")) {
            XCTAssertEqual($0 as? CalculationError, .divisionByZero)
        }
        for text in ["x", "1 ^ 2", "1 + x", "+ 1 2"] {
            XCTAssertThrowsError(try SimpleCalculator().evaluate(text)) {
                XCTAssertEqual($0 as? CalculationError, .malformed)
            }
        }
    }
}
