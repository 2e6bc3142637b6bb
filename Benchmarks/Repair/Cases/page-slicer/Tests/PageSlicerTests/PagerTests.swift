import XCTest

@testable import PageSlicer

final class PagerTests: XCTestCase {
    private let pager = Pager(items: Array(1...10), pageSize: 4)

    func testTotalPagesRoundUp() {
        XCTAssertEqual(pager.totalPages, 3)
    }

    func testFirstPage() {
        XCTAssertEqual(pager.page(1)?.items, [1, 2, 3, 4])
    }

    func testLastPageIsShorter() {
        XCTAssertEqual(pager.page(3), Page(items: [9, 10], number: 3, totalPages: 3))
    }

    func testNumbersOutOfRange() {
        XCTAssertNil(pager.page(0))
        XCTAssertNil(pager.page(4))
    }

    func testHasNext() {
        XCTAssertTrue(Page(items: [1], number: 1, totalPages: 2).hasNext)
        XCTAssertFalse(Page(items: [1], number: 2, totalPages: 2).hasNext)
    }
}
