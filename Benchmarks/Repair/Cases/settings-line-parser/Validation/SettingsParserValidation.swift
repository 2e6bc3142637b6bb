import XCTest

@testable import SettingsLineParser

final class SettingsParserValidation: XCTestCase {
    func testManyEqualsSigns() throws {
        XCTAssertEqual(try SettingsParser.parse("a===b"), ["a": "==b"])
        XCTAssertEqual(try SettingsParser.parse("a = b = c = d"), ["a": "b = c = d"])
        XCTAssertEqual(try SettingsParser.parse("a=="), ["a": "="])
        XCTAssertEqual(try SettingsParser.parse("token = abc=="), ["token": "abc=="])
    }

    func testMissingKeys() {
        for text in ["=b", " = b", "=", "==", "a"] {
            XCTAssertThrowsError(try SettingsParser.parse(text), text) {
                XCTAssertEqual($0 as? SettingsSyntaxError, SettingsSyntaxError(line: 1))
            }
        }
    }

    func testBlankLinesAndComments() throws {
        XCTAssertEqual(try SettingsParser.parse(""), [:])
        XCTAssertEqual(try SettingsParser.parse("\n\n# x=y\n  \n"), [:])
        XCTAssertEqual(try SettingsParser.parse("a=1 # kept"), ["a": "1 # kept"])
    }

    func testSectionsReplaceEachOther() throws {
        let text = "top=0\n[ one ]\nk=1\n[two]\nk=2\nk=3=4"
        XCTAssertEqual(
            try SettingsParser.parse(text), ["top": "0", "one.k": "1", "two.k": "3=4"])
    }
}
