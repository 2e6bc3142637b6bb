import XCTest

@testable import SearchTreeLookup

final class SearchTreeTests: XCTestCase {
    private func tree(_ keys: [Int]) -> SearchTree<Int, String> {
        let tree = SearchTree<Int, String>()
        for key in keys { tree.insert("v\(key)", for: key) }
        return tree
    }

    func testKeysAreInOrder() {
        XCTAssertEqual(tree([5, 1, 9, 3]).keys, [1, 3, 5, 9])
    }

    func testFloorBelowEverything() {
        XCTAssertNil(tree([5, 7]).floor(4))
    }

    func testFloorOfAnExistingKey() {
        XCTAssertEqual(tree([5, 7]).floor(5)?.value, "v5")
    }

    func testFloorBetweenKeys() {
        XCTAssertEqual(tree([10, 20, 30]).floor(25)?.key, 20)
    }

    func testInsertReplacesValues() {
        let tree = tree([4])
        tree.insert("new", for: 4)
        XCTAssertEqual(tree.floor(4)?.value, "new")
    }
}
