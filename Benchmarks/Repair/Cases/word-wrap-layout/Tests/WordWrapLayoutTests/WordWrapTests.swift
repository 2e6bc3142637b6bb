import XCTest

@testable import WordWrapLayout

final class WordWrapTests: XCTestCase {
    func testShortTextStaysOnOneLine() {
        XCTAssertEqual(WordWrap(width: 20).lines(of: "all of it fits"), ["all of it fits"])
    }

    func testBreaksBetweenWords() {
        XCTAssertEqual(WordWrap(width: 9).lines(of: "one two three four"), ["one two", "three", "four"])
    }

    func testLineThatIsExactlyFull() {
        XCTAssertEqual(WordWrap(width: 7).lines(of: "one two x"), ["one two", "x"])
    }

    func testHardBreaks() {
        XCTAssertEqual(WordWrap(width: 10).lines(of: "a\n\nb"), ["a", "", "b"])
    }

    func testLongWord() {
        XCTAssertEqual(WordWrap(width: 4).lines(of: "a banana b"), ["a", "banana", "b"])
    }
}
