import XCTest

@testable import RecentlyUsedList

final class RecentDocumentsTests: XCTestCase {
    func testNewestFirst() {
        var recent = RecentDocuments(limit: 3)
        for name in ["a", "b", "c"] { recent.open(name) }
        XCTAssertEqual(recent.documents, ["c", "b", "a"])
    }

    func testTheOldestIsDropped() {
        var recent = RecentDocuments(limit: 2)
        for name in ["a", "b", "c"] { recent.open(name) }
        XCTAssertEqual(recent.documents, ["c", "b"])
    }

    func testOpeningAgainMovesToTheTop() {
        var recent = RecentDocuments(limit: 3)
        for name in ["a", "b", "c", "a"] { recent.open(name) }
        XCTAssertEqual(recent.documents, ["a", "c", "b"])
    }

    func testPinnedDocumentsStay() {
        var recent = RecentDocuments(limit: 2)
        recent.open("a")
        recent.pin("a")
        recent.open("b")
        recent.open("c")
        XCTAssertEqual(recent.documents, ["c", "a"])
    }
}
