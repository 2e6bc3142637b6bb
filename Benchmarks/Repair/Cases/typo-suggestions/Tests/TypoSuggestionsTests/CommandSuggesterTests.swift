import XCTest

@testable import TypoSuggestions

final class CommandSuggesterTests: XCTestCase {
    private let suggester = CommandSuggester(commands: ["build", "install", "status", "stash"])

    func testReplacedLetter() {
        XCTAssertEqual(suggester.suggestion(for: "buidd"), "build")
    }

    func testMissingLetterInFront() {
        XCTAssertEqual(suggester.suggestion(for: "nstall"), "install")
    }

    func testExtraLetterInTheMiddle() {
        XCTAssertEqual(suggester.suggestion(for: "buuild"), "build")
    }

    func testNothingNear() {
        XCTAssertNil(suggester.suggestion(for: "deploy"))
    }

    func testDistances() {
        XCTAssertEqual(CommandSuggester.distance("", "abc"), 3)
        XCTAssertEqual(CommandSuggester.distance("same", "same"), 0)
    }
}
