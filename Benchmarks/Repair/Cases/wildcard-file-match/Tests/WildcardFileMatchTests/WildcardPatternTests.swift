import XCTest

@testable import WildcardFileMatch

final class WildcardPatternTests: XCTestCase {
    private func matches(_ pattern: String, _ text: String) -> Bool {
        WildcardPattern(pattern).matches(text)
    }

    func testPlainText() {
        XCTAssertTrue(matches("readme", "readme"))
        XCTAssertFalse(matches("readme", "readme.md"))
    }

    func testQuestionMark() {
        XCTAssertTrue(matches("file?.txt", "file7.txt"))
    }

    func testStar() {
        XCTAssertTrue(matches("*.swift", "main.swift"))
        XCTAssertTrue(matches("a*", "abc"))
    }

    func testStarMayHaveToReachFurther() {
        XCTAssertTrue(matches("*.tar.gz", "backup.tar.tar.gz"))
        XCTAssertTrue(matches("*ab", "aab"))
    }

    func testStarBeforeQuestionMark() {
        XCTAssertTrue(matches("*?c", "abc"))
    }
}
