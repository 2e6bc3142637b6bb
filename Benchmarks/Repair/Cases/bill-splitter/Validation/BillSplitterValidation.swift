import XCTest

@testable import BillSplitter

final class BillSplitterValidation: XCTestCase {
    private func owed(_ cents: Int, _ shares: [Int]) -> [Int] {
        var guests = shares.map { Guest(name: "g", shares: $0) }
        BillSplitter.split(cents, among: &guests)
        return guests.map(\.owesCents)
    }

    func testNoCentIsLost() {
        for cents in 0...60 {
            for shares in [[1], [1, 2], [3, 1, 1], [2, 0, 2, 1], [1, 1, 1, 1, 1, 1, 1]] {
                let owed = owed(cents, shares)
                XCTAssertEqual(owed.reduce(0, +), cents)
                for (part, share) in zip(owed, shares) {
                    let exact = Double(cents * share) / Double(shares.reduce(0, +))
                    XCTAssertLessThanOrEqual(abs(Double(part) - exact), 1)
                }
            }
        }
    }

    func testWhoDoesNotShareDoesNotPay() {
        XCTAssertEqual(owed(101, [0, 1, 1]), [0, 51, 50])
        XCTAssertEqual(owed(100, [0, 1, 0]), [0, 100, 0])
    }

    func testTip() {
        var guests = [Guest(name: "a"), Guest(name: "b")]
        BillSplitter.split(1000, among: &guests)
        BillSplitter.addTip(percent: 10, of: 1000, among: &guests)
        XCTAssertEqual(guests.map(\.owesCents), [550, 550])
        BillSplitter.addTip(percent: 10, of: 15, among: &guests)
        XCTAssertEqual(guests.map(\.owesCents), [551, 550])
    }

    func testShares() {
        XCTAssertEqual(owed(400, [3, 1]), [300, 100])
        XCTAssertEqual(owed(10, [2, 1]), [7, 3])
        XCTAssertEqual(owed(0, [2, 1]), [0, 0])
    }
}
