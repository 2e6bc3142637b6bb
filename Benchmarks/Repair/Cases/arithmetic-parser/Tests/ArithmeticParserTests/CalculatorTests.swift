import XCTest

@testable import ArithmeticParser

final class CalculatorTests: XCTestCase {
    func testPrecedence() throws {
        XCTAssertEqual(try Calculator.evaluate("2 + 3 * 4"), 14)
    }

    func testLeftToRight() throws {
        XCTAssertEqual(try Calculator.evaluate("10 - 4 - 3"), 3)
        XCTAssertEqual(try Calculator.evaluate("100 / 5 / 2"), 10)
    }

    func testParentheses() throws {
        XCTAssertEqual(try Calculator.evaluate("2*(3+4)-5"), 9)
    }

    func testUnclosedParenthesis() {
        XCTAssertThrowsError(try Calculator.evaluate("(1+2")) {
            XCTAssertEqual($0 as? CalculatorError, .unexpectedEnd)
        }
    }

    func testDivisionByZero() {
        XCTAssertThrowsError(try Calculator.evaluate("1/0")) {
            XCTAssertEqual($0 as? CalculatorError, .divisionByZero)
        }
    }
}
