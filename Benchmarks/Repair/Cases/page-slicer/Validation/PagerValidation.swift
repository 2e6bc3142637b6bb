import XCTest

@testable import PageSlicer

final class PagerValidation: XCTestCase {
    func testPagesTogetherAreTheList() {
        for count in 0...25 {
            for size in 1...7 {
                let pager = Pager(items: Array(0..<count), pageSize: size)
                XCTAssertEqual(pager.pages.flatMap(\.items), Array(0..<count))
            }
        }
    }

    func testEmptyListHasOneEmptyPage() {
        let pager = Pager(items: [String](), pageSize: 5)
        XCTAssertEqual(pager.totalPages, 0)
        XCTAssertEqual(pager.page(1)?.items, [])
        XCTAssertNil(pager.page(2))
        XCTAssertEqual(pager.pages.count, 1)
    }

    func testFullLastPage() {
        let pager = Pager(items: ["a", "b", "c", "d"], pageSize: 2)
        XCTAssertEqual(pager.totalPages, 2)
        XCTAssertEqual(pager.page(2)?.items, ["c", "d"])
        XCTAssertEqual(pager.page(2)?.hasNext, false)
        XCTAssertEqual(pager.page(1)?.hasNext, true)
    }

    func testPageSizeIsAtLeastOne() {
        XCTAssertEqual(Pager(items: [1, 2], pageSize: 0).page(2)?.items, [2])
        XCTAssertEqual(Pager(items: [1, 2], pageSize: -3).totalPages, 2)
    }

    func testPageLargerThanList() {
        XCTAssertEqual(Pager(items: [1, 2], pageSize: 50).page(1)?.items, [1, 2])
        XCTAssertNil(Pager(items: [1, 2], pageSize: 50).page(-1))
    }
}
