import XCTest

@testable import SearchTreeLookup

final class SearchTreeValidation: XCTestCase {
    func testFloorsOfManyKeys() {
        let keys = (0..<40).map { ($0 * 23) % 97 }
        let tree = SearchTree<Int, Int>()
        for key in keys { tree.insert(key * 2, for: key) }
        XCTAssertEqual(tree.keys, keys.sorted())
        for question in -1...100 {
            let expected = keys.filter { $0 <= question }.max()
            XCTAssertEqual(tree.floor(question)?.key, expected)
            XCTAssertEqual(tree.floor(question)?.value, expected.map { $0 * 2 })
        }
    }

    func testChains() {
        for keys in [[1, 2, 3, 4], [4, 3, 2, 1], [2, 4, 1, 3]] {
            let tree = SearchTree<Int, Int>()
            for key in keys { tree.insert(0, for: key * 10) }
            XCTAssertEqual(tree.floor(39)?.key, 30)
            XCTAssertEqual(tree.floor(40)?.key, 40)
            XCTAssertEqual(tree.floor(400)?.key, 40)
            XCTAssertNil(tree.floor(9))
        }
    }

    func testEmptyTree() {
        let tree = SearchTree<String, Int>()
        XCTAssertNil(tree.floor("a"))
        XCTAssertEqual(tree.keys, [])
    }

    func testStrings() {
        let tree = SearchTree<String, Int>()
        for (index, word) in ["m", "d", "t", "p"].enumerated() { tree.insert(index, for: word) }
        XCTAssertEqual(tree.floor("s")?.key, "p")
        XCTAssertEqual(tree.floor("e")?.key, "d")
    }
}
