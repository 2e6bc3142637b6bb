import Logic
import XCTest

final class QueryStringTests: XCTestCase {
    func testParametersAreReadByName() throws {
        XCTAssertEqual(try QueryString.parse("a=1&b=2"), ["a": "1", "b": "2"])
        XCTAssertEqual(try QueryString.parse("q=x=y"), ["q": "x=y"])
        XCTAssertEqual(try QueryString.parse(""), [:])
    }

    func testARepeatedNameKeepsItsLastValue() throws {
        XCTAssertEqual(try QueryString.parse("a=1&a=2"), ["a": "2"])
        XCTAssertEqual(try QueryString.parse("x=5&y=6&x=7"), ["x": "7", "y": "6"])
    }

    func testANameWithoutValueIsEmpty() throws {
        XCTAssertEqual(try QueryString.parse("debug"), ["debug": ""])
        XCTAssertEqual(try QueryString.parse("a=1&all"), ["a": "1", "all": ""])
    }

    func testAValueFallsBackWhenAbsent() {
        XCTAssertEqual(QueryString.value("a", in: "a=1", fallback: "0"), "1")
        XCTAssertEqual(QueryString.value("b", in: "a=1", fallback: "0"), "0")
        XCTAssertEqual(QueryString.value("page", in: "size=5", fallback: "1"), "1")
    }

    func testAValueFallsBackWhenTheQueryIsUnreadable() {
        XCTAssertEqual(QueryString.value("a", in: "a=%", fallback: "0"), "0")
        XCTAssertEqual(QueryString.value("b", in: "b=%zz", fallback: "none"), "none")
    }

    func testEscapesAreResolved() throws {
        XCTAssertEqual(try QueryString.decode("a%20b"), "a b")
        XCTAssertEqual(try QueryString.decode("1+2%2B3"), "1 2+3")
        XCTAssertEqual(try QueryString.decode("%C3%A9"), "é")
    }

    func testAnEscapeNeedsTwoDigits() {
        XCTAssertThrowsError(try QueryString.decode("a%")) {
            XCTAssertEqual($0 as? QueryError, .truncatedEscape)
        }
        XCTAssertThrowsError(try QueryString.decode("%4")) {
            XCTAssertEqual($0 as? QueryError, .truncatedEscape)
        }
    }

    func testAnEscapeMustBeHexadecimal() {
        XCTAssertThrowsError(try QueryString.decode("%zz")) {
            XCTAssertEqual($0 as? QueryError, .invalidEscape("zz"))
        }
        XCTAssertThrowsError(try QueryString.decode("a%1g")) {
            XCTAssertEqual($0 as? QueryError, .invalidEscape("1g"))
        }
    }

    func testBytesMustFormText() {
        XCTAssertThrowsError(try QueryString.decode("%FF")) {
            XCTAssertEqual($0 as? QueryError, .notText)
        }
        XCTAssertThrowsError(try QueryString.decode("a%C3")) {
            XCTAssertEqual($0 as? QueryError, .notText)
        }
    }
}
