import Logic
import XCTest

final class SettingsTests: XCTestCase {
    func testARepeatedKeyKeepsItsLastValue() throws {
        XCTAssertEqual(try Settings([("a", "1"), ("a", "2")]).text("a"), "2")
        XCTAssertEqual(try Settings([("b", "x"), ("c", "y"), ("b", "z")]).text("b"), "z")
    }

    func testLinesWithoutAKeyAreSkipped() throws {
        XCTAssertEqual(try Settings(lines: ["nonsense", "port=80"]).text("port"), "80")
        XCTAssertEqual(Settings(lines: ["=5"]), Settings([]))
    }

    func testALineIsSplitAtItsFirstEqualsSign() throws {
        let pair = try Settings.pair(from: "query=a=b")
        XCTAssertEqual(pair.key, "query")
        XCTAssertEqual(pair.value, "a=b")
    }

    func testALineWithoutAKeyIsMalformed() {
        XCTAssertThrowsError(try Settings.pair(from: "nonsense")) {
            XCTAssertEqual($0 as? SettingsError, .malformed("nonsense"))
        }
        XCTAssertThrowsError(try Settings.pair(from: "=5")) {
            XCTAssertEqual($0 as? SettingsError, .malformed("=5"))
        }
    }

    func testAMissingKeyIsNamed() {
        let settings = Settings([("host", "localhost")])
        XCTAssertThrowsError(try settings.text("port")) {
            XCTAssertEqual($0 as? SettingsError, .missing("port"))
        }
        XCTAssertThrowsError(try settings.text("user")) {
            XCTAssertEqual($0 as? SettingsError, .missing("user"))
        }
    }

    func testANumberIsRead() throws {
        let settings = Settings([("retries", "3")])
        XCTAssertEqual(try settings.number("retries"), 3)
    }

    func testTextIsNoNumber() {
        let settings = Settings([("retries", "many"), ("limit", "")])
        XCTAssertThrowsError(try settings.number("retries")) {
            XCTAssertEqual($0 as? SettingsError, .notANumber("retries"))
        }
        XCTAssertThrowsError(try settings.number("limit")) {
            XCTAssertEqual($0 as? SettingsError, .notANumber("limit"))
        }
    }

    func testANumberFallsBack() {
        let settings = Settings([("retries", "many"), ("limit", "8")])
        XCTAssertEqual(settings.number("retries", fallback: 3), 3)
        XCTAssertEqual(settings.number("timeout", fallback: 30), 30)
        XCTAssertEqual(settings.number("limit", fallback: 1), 8)
    }

    func testAPortIsRead() throws {
        let settings = Settings([("port", "8080")])
        XCTAssertEqual(try settings.port("port"), 8080)
    }

    func testAPortBeyondItsRangeIsRefused() {
        let settings = Settings([("high", "70000"), ("low", "-1")])
        XCTAssertThrowsError(try settings.port("high")) {
            XCTAssertEqual($0 as? SettingsError, .outOfRange("high"))
        }
        XCTAssertThrowsError(try settings.port("low")) {
            XCTAssertEqual($0 as? SettingsError, .outOfRange("low"))
        }
    }

    func testASwitchIsOffUnlessSet() {
        let settings = Settings([("cache", "on"), ("trace", "true"), ("debug", "no")])
        XCTAssertTrue(settings.isOn("cache"))
        XCTAssertTrue(settings.isOn("trace"))
        XCTAssertFalse(settings.isOn("debug"))
        XCTAssertFalse(settings.isOn("metrics"))
        XCTAssertFalse(settings.isOn("audit"))
    }
}
