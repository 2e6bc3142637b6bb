import XCTest

@testable import TextKit

class IniFileTests: XCTestCase {
    let text = """
        ; the window
        [window]
        width = 80
        title = Hello = World

        [colours]
        red = 300
        red = 200
        blue = -4
        green = lots
        """

    func test_sections() throws {
        let file = try IniFile(text)
        XCTAssertEqual(file.section("window"), ["width": "80", "title": "Hello = World"])
        XCTAssertEqual(file.section("nothing"), [:])
    }

    func test_lastValueCounts() throws {
        XCTAssertEqual(try IniFile(text).section("colours")["red"], "200")
        XCTAssertEqual(try IniFile("a=1\na=2\na=3").section(""), ["a": "3"])
    }

    func test_missingKey() {
        XCTAssertThrowsError(try IniFile("[a]\nnonsense")) {
            XCTAssertEqual($0 as? IniError, .noKey(line: 2))
        }
        XCTAssertThrowsError(try IniFile("x=")) {
            XCTAssertEqual($0 as? IniError, .noKey(line: 1))
        }
    }

    func test_openSection() {
        XCTAssertThrowsError(try IniFile("[a")) {
            XCTAssertEqual($0 as? IniError, .openSection(line: 1))
        }
        XCTAssertThrowsError(try IniFile("x=1\n\n[b")) {
            XCTAssertEqual($0 as? IniError, .openSection(line: 3))
        }
    }

    func test_number() throws {
        let file = try IniFile(text)
        XCTAssertEqual(try file.number("width", in: "window", or: 1), 80)
        XCTAssertEqual(try file.number("height", in: "window", or: 24), 24)
        XCTAssertEqual(try file.number("width", in: "panel", or: 7), 7)
    }

    func test_badNumber() throws {
        let file = try IniFile(text)
        XCTAssertThrowsError(try file.number("green", in: "colours", or: 0)) {
            XCTAssertEqual($0 as? IniError, .badNumber("lots"))
        }
        XCTAssertThrowsError(try file.number("title", in: "window", or: 0)) {
            XCTAssertEqual($0 as? IniError, .badNumber("Hello = World"))
        }
    }

    func test_byte() throws {
        XCTAssertEqual(try IniFile(text).byte("red", in: "colours"), 200)
        XCTAssertEqual(try IniFile("red=300").byte("red", in: ""), 255)
        XCTAssertEqual(try IniFile(text).byte("blue", in: "colours"), 0)
        XCTAssertEqual(try IniFile(text).byte("pink", in: "colours"), 0)
    }

    func test_byteOfNoNumber() throws {
        XCTAssertEqual(try IniFile(text).byte("green", in: "colours"), 0)
        XCTAssertEqual(try IniFile("x=y").byte("x", in: ""), 0)
    }

    func test_sectionsOfSeveralFiles() {
        XCTAssertEqual(IniFile.sections(in: [text, "[extra]\na=1"]), ["colours", "extra", "window"])
        XCTAssertEqual(IniFile.sections(in: ["[broken", "a=1"]), [""])
        XCTAssertEqual(IniFile.sections(in: ["nonsense"]), [])
    }

    func test_trimming() {
        XCTAssertEqual("  a b ".dropFirst(0).trimmed, "a b")
        XCTAssertEqual("   ".dropFirst(0).trimmed, "")
        XCTAssertEqual("".dropFirst(0).trimmed, "")
    }
}
