import XCTest

@testable import Inventory

final class OrderTests: XCTestCase {
    private let order = Order([
        OrderLine("bolt", quantity: 10, unitCents: 25),
        OrderLine("nut", quantity: 4, unitCents: 100),
        OrderLine("bolt", quantity: 5, unitCents: 20),
    ])

    func testStateWords() {
        XCTAssertEqual(OrderState.draft.word, "Draft")
        XCTAssertEqual(OrderState.placed.word, "Placed")
        XCTAssertEqual(OrderState.picked.word, "Picked")
        XCTAssertEqual(OrderState.shipped.word, "On its way")
        XCTAssertEqual(OrderState.cancelled.word, "Cancelled")
    }

    func testSuccessors() {
        XCTAssertEqual(OrderState.draft.successor, .placed)
        XCTAssertEqual(OrderState.placed.successor, .picked)
        XCTAssertEqual(OrderState.picked.successor, .shipped)
        XCTAssertNil(OrderState.shipped.successor)
        XCTAssertNil(OrderState.cancelled.successor)
    }

    func testRemoveLine() throws {
        var order = order
        try order.removeLine(1)
        XCTAssertEqual(order.lines.map(\.item), ["bolt", "bolt"])
    }

    func testRemoveLineThatDoesNotExist() {
        var order = order
        XCTAssertThrowsError(try order.removeLine(3)) {
            XCTAssertEqual($0 as? OrderError, .noSuchLine(3))
        }
        XCTAssertThrowsError(try order.removeLine(-1)) {
            XCTAssertEqual($0 as? OrderError, .noSuchLine(-1))
        }
    }

    func testRemoveLineFromAPlacedOrder() {
        var order = order
        order.state = .placed
        XCTAssertThrowsError(try order.removeLine(0)) {
            XCTAssertEqual($0 as? OrderError, .locked(.placed))
        }
    }

    func testTotal() throws {
        XCTAssertEqual(try order.totalCents(), 750)
        XCTAssertEqual(try Order([]).totalCents(), 0)
    }

    func testTotalTooLarge() {
        let single = Order([OrderLine("gold", quantity: 3, unitCents: Int.max / 2)])
        XCTAssertThrowsError(try single.totalCents()) {
            XCTAssertEqual($0 as? OrderError, .totalTooLarge)
        }
        let line = OrderLine("gold", quantity: 1, unitCents: Int.max - 1)
        XCTAssertThrowsError(try Order([line, line]).totalCents()) {
            XCTAssertEqual($0 as? OrderError, .totalTooLarge)
        }
    }

    func testQuantitiesAddUp() {
        XCTAssertEqual(order.quantities, ["bolt": 15, "nut": 4])
        XCTAssertEqual(Order([]).quantities, [:])
    }

    func testHighestUnitPrice() {
        XCTAssertEqual(order.highestUnitPrice, 100)
        XCTAssertEqual(Order([]).highestUnitPrice, 0)
    }
}
