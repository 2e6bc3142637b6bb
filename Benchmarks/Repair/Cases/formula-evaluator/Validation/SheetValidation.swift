import XCTest

@testable import FormulaEvaluator

final class SheetValidation: XCTestCase {
    private func error(of name: String, in cells: [String: Formula]) -> FormulaError? {
        do {
            _ = try Sheet(cells: cells).value(of: name)
            return nil
        } catch {
            return error as? FormulaError
        }
    }

    func testCycles() {
        XCTAssertEqual(error(of: "A", in: ["A": .cell("A")]), .cycle(through: "A"))
        let ring: [String: Formula] = ["A": .cell("B"), "B": .cell("C"), "C": .cell("A")]
        for name in ["A", "B", "C"] {
            XCTAssertEqual(error(of: name, in: ring), .cycle(through: name))
        }
        XCTAssertEqual(error(of: "X", in: ["X": .cell("Y"), "Y": .cell("Y")]), .cycle(through: "Y"))
        XCTAssertEqual(
            error(of: "X", in: ["X": .product(.number(0), .cell("X"))]), .cycle(through: "X"))
    }

    func testSharedCellsAreNoCycle() throws {
        let sheet = Sheet(cells: [
            "base": .number(3), "double": .sum([.cell("base"), .cell("base")]),
            "all": .product(.cell("double"), .cell("base")),
        ])
        XCTAssertEqual(try sheet.value(of: "all"), 18)
        XCTAssertEqual(try sheet.value(of: "double"), 6)
    }

    func testEmptySumAndQuotients() throws {
        let sheet = Sheet(cells: ["a": .sum([]), "b": .quotient(.number(9), .number(2))])
        XCTAssertEqual(try sheet.value(of: "a"), 0)
        XCTAssertEqual(try sheet.value(of: "b"), 4.5)
        XCTAssertEqual(error(of: "c", in: ["c": .quotient(.cell("q"), .number(1))]), .unknownCell("q"))
        XCTAssertEqual(error(of: "c", in: ["c": .quotient(.cell("q"), .sum([]))]), .divisionByZero)
    }
}
