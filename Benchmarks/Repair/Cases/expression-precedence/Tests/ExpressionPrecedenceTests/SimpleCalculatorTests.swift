import XCTest

@testable import ExpressionPrecedence

final class SimpleCalculatorTests: XCTestCase {
    private let calculator = SimpleCalculator()

    func testOneOperator() throws {
        XCTAssertEqual(try calculator.evaluate("7 - 2"), 5)
        XCTAssertEqual(try calculator.evaluate("6 * 7"), 42)
    }

    func testLeftToRight() throws {
        XCTAssertEqual(try calculator.evaluate("10 - 3 - 2"), 5)
    }

    func testMultiplicationBindsTighter() throws {
        XCTAssertEqual(try calculator.evaluate("1 + 2 * 3"), 7)
        XCTAssertEqual(try calculator.evaluate("20 - 6 / 2 * 3"), 11)
    }

    func testMalformed() {
        XCTAssertThrowsError(try calculator.evaluate("1 +"))
        XCTAssertThrowsError(try calculator.evaluate(""))
    }
}
