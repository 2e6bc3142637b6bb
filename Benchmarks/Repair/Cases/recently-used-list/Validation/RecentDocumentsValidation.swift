import XCTest

@testable import RecentlyUsedList

final class RecentDocumentsValidation: XCTestCase {
    func testNeverRepeats() {
        var recent = RecentDocuments(limit: 4)
        for step in 0..<60 {
            recent.open("d\((step * step) % 7)")
            XCTAssertEqual(Set(recent.documents).count, recent.documents.count)
            XCTAssertLessThanOrEqual(recent.documents.count, 4)
            XCTAssertEqual(recent.documents.first, "d\((step * step) % 7)")
        }
    }

    func testOpeningTheNewestAgain() {
        var recent = RecentDocuments(limit: 5)
        recent.open("a")
        recent.open("a")
        XCTAssertEqual(recent.documents, ["a"])
        recent.open("b")
        recent.open("b")
        XCTAssertEqual(recent.documents, ["b", "a"])
    }

    func testOpeningAgainDropsNothing() {
        var recent = RecentDocuments(limit: 3)
        for name in ["a", "b", "c", "b", "a", "c"] { recent.open(name) }
        XCTAssertEqual(recent.documents, ["c", "a", "b"])
    }

    func testAllPinned() {
        var recent = RecentDocuments(limit: 1)
        recent.open("a")
        recent.pin("a")
        recent.open("b")
        XCTAssertEqual(recent.documents, ["a"])
        recent.unpin("a")
        recent.open("c")
        XCTAssertEqual(recent.documents, ["c"])
    }

    func testPinOfUnknown() {
        var recent = RecentDocuments(limit: 1)
        recent.pin("z")
        XCTAssertEqual(recent.pinned, [])
        recent.open("z")
        recent.open("y")
        XCTAssertEqual(recent.documents, ["y"])
    }
}
