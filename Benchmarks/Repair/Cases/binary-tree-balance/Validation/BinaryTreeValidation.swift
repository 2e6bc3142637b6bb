import XCTest

@testable import BinaryTreeBalance

final class BinaryTreeValidation: XCTestCase {
    private func tree(_ values: [Int]) -> BinaryTree<Int> {
        values.reduce(.empty) { $0.inserting($1) }
    }

    func testDuplicatesEverywhere() {
        let values = [50, 30, 70, 20, 40, 60, 80]
        let once = tree(values)
        for value in values {
            let again = once.inserting(value)
            XCTAssertEqual(again.values, values.sorted())
            XCTAssertEqual(again.height, 3)
            XCTAssertTrue(again.isBalanced)
        }
    }

    func testManyValuesWithRepeats() {
        let values = (0..<120).map { ($0 * 17) % 41 }
        XCTAssertEqual(tree(values).values, Array(Set(values)).sorted())
    }

    func testOneValue() {
        XCTAssertEqual(tree([3, 3, 3]).values, [3])
        XCTAssertEqual(tree([3, 3]).height, 1)
        XCTAssertTrue(tree([]).isBalanced)
    }

    func testDeepImbalance() {
        XCTAssertFalse(tree([10, 5, 15, 4, 3]).isBalanced)
        XCTAssertTrue(tree([10, 5, 15, 4]).isBalanced)
        XCTAssertEqual(tree([10, 5, 15, 4, 3]).height, 4)
    }
}
