import XCTest

@testable import TypoSuggestions

final class CommandSuggesterValidation: XCTestCase {
    func testKnownDistances() {
        for (a, b, distance) in [
            ("kitten", "sitting", 3), ("flaw", "lawn", 2), ("abc", "bcd", 2), ("saturday", "sunday", 3),
            ("", "", 0), ("a", "", 1), ("ab", "ba", 2), ("xabc", "abc", 1), ("abcdef", "azced", 3),
            ("intention", "execution", 5), ("aaa", "aa", 1),
        ] {
            XCTAssertEqual(CommandSuggester.distance(a, b), distance, "\(a) \(b)")
            XCTAssertEqual(CommandSuggester.distance(b, a), distance, "\(b) \(a)")
        }
    }

    func testSuggestions() {
        let suggester = CommandSuggester(commands: ["push", "pull", "prune"])
        XCTAssertEqual(suggester.suggestion(for: "psh"), "push")
        XCTAssertEqual(suggester.suggestion(for: "pul"), "pull")
        XCTAssertEqual(suggester.suggestion(for: "xpush"), "push")
        XCTAssertEqual(suggester.suggestion(for: "runne"), "prune")
        XCTAssertNil(suggester.suggestion(for: "commit"))
        XCTAssertNil(CommandSuggester(commands: []).suggestion(for: "push"))
    }
}
