import XCTest

@testable import FormulaEvaluator

final class SheetTests: XCTestCase {
    func testReferences() throws {
        let sheet = Sheet(cells: [
            "A1": .number(4), "A2": .product(.cell("A1"), .number(2.5)),
            "A3": .sum([.cell("A1"), .cell("A2")]),
        ])
        XCTAssertEqual(try sheet.value(of: "A3"), 14)
    }

    func testUnknownCell() {
        XCTAssertThrowsError(try Sheet().value(of: "B9")) {
            XCTAssertEqual($0 as? FormulaError, .unknownCell("B9"))
        }
    }

    func testDivisionByZero() {
        let sheet = Sheet(cells: ["A1": .quotient(.number(1), .number(0))])
        XCTAssertThrowsError(try sheet.value(of: "A1")) {
            XCTAssertEqual($0 as? FormulaError, .divisionByZero)
        }
    }

    func testCycle() {
        let sheet = Sheet(cells: ["A1": .cell("A2"), "A2": .sum([.number(1), .cell("A1")])])
        XCTAssertThrowsError(try sheet.value(of: "A1")) {
            XCTAssertEqual($0 as? FormulaError, .cycle(through: "A1"))
        }
    }
}
