import XCTest

@testable import BinaryTreeBalance

final class BinaryTreeTests: XCTestCase {
    private func tree(_ values: [Int]) -> BinaryTree<Int> {
        values.reduce(.empty) { $0.inserting($1) }
    }

    func testValuesAreInOrder() {
        XCTAssertEqual(tree([5, 2, 8, 1]).values, [1, 2, 5, 8])
    }

    func testDuplicatesChangeNothing() {
        XCTAssertEqual(tree([5, 2, 8, 2]).values, [2, 5, 8])
    }

    func testHeight() {
        XCTAssertEqual(tree([]).height, 0)
        XCTAssertEqual(tree([1, 2, 3]).height, 3)
    }

    func testBalance() {
        XCTAssertTrue(tree([2, 1, 3]).isBalanced)
        XCTAssertFalse(tree([1, 2, 3]).isBalanced)
    }
}
