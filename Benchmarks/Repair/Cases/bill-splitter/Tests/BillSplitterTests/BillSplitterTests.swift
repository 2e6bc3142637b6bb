import XCTest

@testable import BillSplitter

final class BillSplitterTests: XCTestCase {
    private func owed(_ cents: Int, _ shares: [Int]) -> [Int] {
        var guests = shares.map { Guest(name: "g", shares: $0) }
        BillSplitter.split(cents, among: &guests)
        return guests.map(\.owesCents)
    }

    func testEvenSplit() {
        XCTAssertEqual(owed(900, [1, 1, 1]), [300, 300, 300])
    }

    func testLeftoverCents() {
        XCTAssertEqual(owed(1001, [1, 1, 1]), [334, 334, 333])
    }

    func testNobody() {
        XCTAssertEqual(owed(500, []), [])
        XCTAssertEqual(owed(500, [0]), [0])
    }

    func testLeftoverForAllButOne() {
        XCTAssertEqual(owed(2, [1, 1, 1]), [1, 1, 0])
    }
}
