import XCTest

@testable import InventoryReservations

final class ReservationBookTests: XCTestCase {
    func testReservingLowersWhatIsAvailable() throws {
        var book = ReservationBook(onHand: ["mug": 5])
        _ = try book.reserve(2, of: "mug")
        XCTAssertEqual(book.available("mug"), 3)
    }

    func testTooMany() throws {
        var book = ReservationBook(onHand: ["mug": 1])
        XCTAssertThrowsError(try book.reserve(2, of: "mug")) {
            XCTAssertEqual($0 as? ReservationError, .insufficient(sku: "mug", available: 1))
        }
    }

    func testGoodsNeverStocked() {
        var book = ReservationBook(onHand: [:])
        XCTAssertThrowsError(try book.reserve(1, of: "cup"))
    }

    func testRelease() throws {
        var book = ReservationBook(onHand: ["mug": 1])
        let number = try book.reserve(1, of: "mug")
        try book.release(number)
        XCTAssertEqual(book.available("mug"), 1)
    }

    func testConfirm() throws {
        var book = ReservationBook(onHand: ["mug": 3])
        let number = try book.reserve(2, of: "mug")
        try book.confirm(number)
        XCTAssertEqual(book.available("mug"), 1)
        XCTAssertThrowsError(try book.release(number))
    }
}
