import Logic
import XCTest

final class PagingTests: XCTestCase {
    func testAPartlyFilledPageCounts() {
        XCTAssertEqual(Paging.pageCount(itemCount: 10, size: 5), 2)
        XCTAssertEqual(Paging.pageCount(itemCount: 11, size: 5), 3)
    }

    func testPagesWithoutSizeDoNotExist() {
        XCTAssertEqual(Paging.pageCount(itemCount: 10, size: 0), 0)
        XCTAssertEqual(Paging.pageCount(itemCount: 3, size: 0), 0)
    }

    func testNoItemsFillNoPages() {
        XCTAssertEqual(Paging.pageCount(itemCount: 0, size: 1), 0)
        XCTAssertEqual(Paging.pageCount(itemCount: 0, size: 5), 0)
    }

    func testAPageIsCutOut() {
        XCTAssertEqual(Paging.page(1, size: 2, of: ["a", "b", "c"]), ["a", "b"])
        XCTAssertEqual(Paging.page(2, size: 2, of: [5, 6, 7, 8]), [7, 8])
    }

    func testTheLastPageMayBeShorter() {
        XCTAssertEqual(Paging.page(2, size: 2, of: ["a", "b", "c"]), ["c"])
        XCTAssertEqual(Paging.page(1, size: 10, of: [1, 2, 3]), [1, 2, 3])
    }

    func testPagesPastTheEndAreEmpty() {
        XCTAssertEqual(Paging.page(3, size: 2, of: [1, 2, 3]), [])
        XCTAssertEqual(Paging.page(9, size: 5, of: [1]), [])
    }

    func testPageNumbersStartAtOne() {
        XCTAssertEqual(Paging.page(0, size: 2, of: [1, 2, 3]), [])
        XCTAssertEqual(Paging.page(-4, size: 2, of: [1, 2, 3]), [])
        XCTAssertEqual(Paging.page(1, size: -1, of: [1, 2, 3]), [])
    }

    func testAPageTooFarToCountIsEmpty() {
        XCTAssertEqual(Paging.page(Int.max / 2 + 2, size: 2, of: [1, 2]), [])
        XCTAssertEqual(Paging.page(Int.max / 2 + 2, size: 4, of: [1]), [])
        XCTAssertEqual(Paging.page(Int.max, size: 3, of: [1, 2]), [])
    }

    func testAnItemIsFoundByPosition() {
        XCTAssertEqual(Paging.item(at: 1, of: [4, 5, 6]), 5)
        XCTAssertEqual(Paging.item(at: 0, of: ["a"]), "a")
    }

    func testAPositionOutsideTheListHasNoItem() {
        XCTAssertNil(Paging.item(at: 3, of: [4, 5, 6]))
        XCTAssertNil(Paging.item(at: -1, of: ["a"]))
    }

    func testAllPagesTogetherHoldAllItems() {
        XCTAssertEqual(Paging.pages(of: [1, 2, 3, 4, 5], size: 2), [[1, 2], [3, 4], [5]])
        XCTAssertEqual(Paging.pages(of: [1, 2], size: 3), [[1, 2]])
    }

    func testPagesNeedASize() {
        XCTAssertEqual(Paging.pages(of: [1, 2], size: 0), [])
        XCTAssertEqual(Paging.pages(of: [1, 2, 3], size: -1), [])
    }

    func testLinksStayWithinThePages() {
        XCTAssertEqual(Paging.links(around: 1, reach: 2, pageCount: 9), [1, 2, 3])
        XCTAssertEqual(Paging.links(around: 5, reach: 1, pageCount: 5), [4, 5])
    }

    func testThereAreNoLinksBeyondThePages() {
        XCTAssertEqual(Paging.links(around: 9, reach: 2, pageCount: 3), [])
        XCTAssertEqual(Paging.links(around: 1, reach: 0, pageCount: 0), [])
    }

    func testAPreviewShowsTheFirstItems() {
        XCTAssertEqual(Paging.preview(2, of: [1, 2, 3]), [1, 2])
        XCTAssertEqual(Paging.preview(-1, of: [1, 2, 3]), [])
        XCTAssertEqual(Paging.preview(-8, of: ["a"]), [])
    }

    func testTheRestFollowsTheFirstItems() {
        XCTAssertEqual(Paging.rest(after: 2, of: [1, 2, 3]), [3])
        XCTAssertEqual(Paging.rest(after: -1, of: [1, 2]), [1, 2])
        XCTAssertEqual(Paging.rest(after: -5, of: ["a"]), ["a"])
    }
}
