import Logic
import XCTest

final class SortedSearchTests: XCTestCase {
    func testAValueIsFoundAtItsPosition() {
        XCTAssertEqual(SortedSearch.index(of: 2, in: [2, 4, 6, 8]), 0)
        XCTAssertEqual(SortedSearch.index(of: 8, in: [2, 4, 6, 8]), 3)
    }

    func testAnAbsentValueHasNoPosition() {
        XCTAssertNil(SortedSearch.index(of: 5, in: [2, 4, 6, 8]))
        XCTAssertNil(SortedSearch.index(of: 9, in: [2, 4, 6, 8]))
        XCTAssertNil(SortedSearch.index(of: 1, in: []))
    }

    func testARankCountsSmallerValues() {
        XCTAssertEqual(SortedSearch.rank(of: 5, in: [2, 4, 6]), 2)
        XCTAssertEqual(SortedSearch.rank(of: 1, in: [2, 4, 6]), 0)
        XCTAssertEqual(SortedSearch.rank(of: 9, in: [2, 4, 6]), 3)
    }

    func testMembershipIsDecidedByHalving() {
        XCTAssertTrue(SortedSearch.contains(3, in: [1, 3, 5]))
        XCTAssertTrue(SortedSearch.contains(1, in: [1, 3, 5]))
        XCTAssertTrue(SortedSearch.contains(5, in: [1, 3, 5]))
    }

    func testAnAbsentValueIsNoMember() {
        XCTAssertFalse(SortedSearch.contains(4, in: [1, 3, 5]))
        XCTAssertFalse(SortedSearch.contains(1, in: []))
    }

    func testValuesBetweenTwoBoundsAreListed() {
        XCTAssertEqual(SortedSearch.values(from: 2, to: 4, in: [1, 2, 3, 4, 5]), [2, 3, 4])
        XCTAssertEqual(SortedSearch.values(from: 6, to: 9, in: [1, 2]), [])
    }

    func testSwappedBoundsHoldNoValues() {
        XCTAssertEqual(SortedSearch.values(from: 4, to: 2, in: [1, 2, 3]), [])
        XCTAssertEqual(SortedSearch.values(from: 10, to: -10, in: [0]), [])
    }

    func testASuccessorFollowsTheFirstMatch() {
        XCTAssertEqual(SortedSearch.successor(of: 2, in: [2, 4, 6]), 4)
        XCTAssertEqual(SortedSearch.successor(of: 3, in: [2, 4, 6]), 6)
    }

    func testTheLastValueHasNoSuccessor() {
        XCTAssertNil(SortedSearch.successor(of: 6, in: [2, 4, 6]))
        XCTAssertNil(SortedSearch.successor(of: 1, in: []))
    }

    func testMergedListsStayInOrder() {
        XCTAssertEqual(SortedSearch.merged([1, 4], [2, 3, 9]), [1, 2, 3, 4, 9])
        XCTAssertEqual(SortedSearch.merged([], [5]), [5])
    }

    func testTheSmallestValueIsTakenOff() {
        var values = [1, 2, 3]
        XCTAssertEqual(SortedSearch.takeSmallest(from: &values), 1)
        XCTAssertEqual(values, [2, 3])
    }

    func testAnEmptyListHasNoSmallestValue() {
        var values: [Int] = []
        XCTAssertNil(SortedSearch.takeSmallest(from: &values))
        XCTAssertEqual(values, [])
    }
}
