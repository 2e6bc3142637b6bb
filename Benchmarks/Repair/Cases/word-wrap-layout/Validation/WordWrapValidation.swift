import XCTest

@testable import WordWrapLayout

final class WordWrapValidation: XCTestCase {
    private let text = "the quick brown fox jumps over the lazy dog and runs away from a sleepy bear"

    func testNoLineIsTooWide() {
        for width in 6...40 {
            let lines = WordWrap(width: width).lines(of: text)
            XCTAssertTrue(lines.allSatisfy { $0.count <= width }, "\(width)")
            XCTAssertEqual(lines.joined(separator: " "), text)
        }
    }

    func testLinesAreAsFullAsPossible() {
        for width in 6...40 {
            let lines = WordWrap(width: width).lines(of: text)
            for (line, next) in zip(lines, lines.dropFirst()) {
                let word = next.prefix { $0 != " " }
                XCTAssertGreaterThan(line.count + 1 + word.count, width)
            }
        }
    }

    func testIndent() {
        XCTAssertEqual(
            WordWrap(width: 8, hangingIndent: 2).lines(of: "aaa bbb ccc ddd eee"),
            ["aaa bbb", "  ccc", "  ddd", "  eee"])
        XCTAssertEqual(
            WordWrap(width: 9, hangingIndent: 2).lines(of: "aaa bbb ccc ddd\ne"),
            ["aaa bbb", "  ccc ddd", "e"])
    }

    func testSpacesAndEmptyText() {
        XCTAssertEqual(WordWrap(width: 5).lines(of: ""), [""])
        XCTAssertEqual(WordWrap(width: 5).lines(of: "  a   b  "), ["a b"])
        XCTAssertEqual(WordWrap(width: 3).lines(of: "a b c"), ["a b", "c"])
        XCTAssertEqual(WordWrap(width: 2).lines(of: "a b"), ["a", "b"])
    }
}
