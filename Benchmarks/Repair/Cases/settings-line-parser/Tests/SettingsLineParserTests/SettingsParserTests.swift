import XCTest

@testable import SettingsLineParser

final class SettingsParserTests: XCTestCase {
    func testPlainSettings() throws {
        XCTAssertEqual(try SettingsParser.parse("a = 1\nb=2"), ["a": "1", "b": "2"])
    }

    func testSections() throws {
        XCTAssertEqual(try SettingsParser.parse("[db]\nhost = local"), ["db.host": "local"])
    }

    func testValueWithEqualsSign() throws {
        XCTAssertEqual(try SettingsParser.parse("url = /?q=1"), ["url": "/?q=1"])
    }

    func testEmptyValue() throws {
        XCTAssertEqual(try SettingsParser.parse("name ="), ["name": ""])
    }

    func testErrorsNameTheLine() {
        XCTAssertThrowsError(try SettingsParser.parse("# fine\nwhat is this")) {
            XCTAssertEqual($0 as? SettingsSyntaxError, SettingsSyntaxError(line: 2))
        }
    }
}
