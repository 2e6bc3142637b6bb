import XCTest

@testable import InventoryReservations

final class ReservationBookValidation: XCTestCase {
    func testUnknownGoods() {
        var book = ReservationBook(onHand: ["a": 4])
        XCTAssertEqual(book.available("b"), 0)
        XCTAssertThrowsError(try book.reserve(1, of: "b")) {
            XCTAssertEqual($0 as? ReservationError, .insufficient(sku: "b", available: 0))
        }
        XCTAssertNoThrow(try book.reserve(0, of: "b"))
        XCTAssertEqual(book.available("b"), 0)
    }

    func testNumbersRise() throws {
        var book = ReservationBook(onHand: ["a": 9])
        XCTAssertEqual(try (0..<3).map { _ in try book.reserve(3, of: "a") }, [1, 2, 3])
        XCTAssertThrowsError(try book.reserve(1, of: "a"))
        try book.confirm(2)
        XCTAssertEqual(book.available("a"), 0)
        try book.release(1)
        XCTAssertEqual(book.available("a"), 3)
        XCTAssertEqual(try book.reserve(3, of: "a"), 4)
    }

    func testUnknownNumbers() {
        var book = ReservationBook(onHand: [:])
        XCTAssertThrowsError(try book.release(7)) {
            XCTAssertEqual($0 as? ReservationError, .unknownReservation(7))
        }
        XCTAssertThrowsError(try book.confirm(7)) {
            XCTAssertEqual($0 as? ReservationError, .unknownReservation(7))
        }
    }

    func testGoodsAreKeptApart() throws {
        var book = ReservationBook(onHand: ["a": 1, "b": 2])
        let number = try book.reserve(1, of: "a")
        XCTAssertEqual(book.available("b"), 2)
        try book.confirm(number)
        XCTAssertEqual(book.available("a"), 0)
        XCTAssertEqual(book.available("b"), 2)
    }
}
