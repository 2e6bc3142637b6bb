import XCTest

@testable import Inventory

final class ReservationBookTests: XCTestCase {
    private let book = ReservationBook([
        Reservation(1, customer: "Ada", quantity: 2),
        Reservation(2, customer: "Ben", quantity: 5),
        Reservation(3, customer: "Cleo", quantity: 1),
    ])

    func testCustomer() throws {
        XCTAssertEqual(try book.customer(of: 2), "Ben")
    }

    func testUnknownCustomer() {
        XCTAssertThrowsError(try book.customer(of: 9)) {
            XCTAssertEqual($0 as? ReservationError, .unknown(id: 9))
        }
        XCTAssertThrowsError(try ReservationBook([]).customer(of: 1)) {
            XCTAssertEqual($0 as? ReservationError, .unknown(id: 1))
        }
    }

    func testNumberGivenTwiceBelongsToTheFirst() throws {
        let twice = ReservationBook([
            Reservation(1, customer: "Ada", quantity: 2), Reservation(1, customer: "Ben", quantity: 3),
        ])
        XCTAssertEqual(try twice.customer(of: 1), "Ada")
        XCTAssertEqual(twice.count, 2)
    }

    func testServe() {
        var book = book
        XCTAssertEqual(book.serve(from: 7), [1, 2])
        XCTAssertEqual(book.count, 1)
    }

    func testServeStopsAtTheFirstTooLargeClaim() {
        var book = book
        XCTAssertEqual(book.serve(from: 6), [1])
        XCTAssertEqual(book.serve(from: 0), [])
    }

    func testServeEveryone() {
        var book = book
        XCTAssertEqual(book.serve(from: 100), [1, 2, 3])
        XCTAssertEqual(book.serve(from: 100), [])
    }

    func testDropNewest() {
        var book = book
        XCTAssertEqual(book.dropNewest()?.id, 3)
        XCTAssertEqual(book.count, 2)
    }

    func testDropNewestOfNone() {
        var empty = ReservationBook([])
        XCTAssertNil(empty.dropNewest())
    }

    func testAhead() throws {
        XCTAssertEqual(try book.ahead(of: 1), 0)
        XCTAssertEqual(try book.ahead(of: 3), 2)
    }

    func testAheadOfAnUnknownClaim() {
        XCTAssertThrowsError(try book.ahead(of: 4)) {
            XCTAssertEqual($0 as? ReservationError, .unknown(id: 4))
        }
        XCTAssertThrowsError(try book.ahead(of: 0)) {
            XCTAssertEqual($0 as? ReservationError, .unknown(id: 0))
        }
    }

    func testDeal() {
        XCTAssertEqual(book.deal(4), [2, 1, 1])
        XCTAssertEqual(book.deal(0), [0, 0, 0])
    }

    func testDealStopsWhenEveryoneIsServed() {
        XCTAssertEqual(book.deal(8), [2, 5, 1])
        XCTAssertEqual(book.deal(50), [2, 5, 1])
    }

    func testPercentages() {
        XCTAssertEqual(book.percentages(), [25, 62, 12])
        XCTAssertEqual(ReservationBook([]).percentages(), [])
    }

    func testPercentagesOfEmptyClaims() {
        XCTAssertEqual(ReservationBook([Reservation(1, customer: "Ada", quantity: 0)]).percentages(), [0])
    }
}
