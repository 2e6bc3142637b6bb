import Testing

@testable import TextKit

@Suite("Tables")
struct TextTableTests {
    private func sample() -> TextTable {
        var table = TextTable(alignments: [.left, .right])
        table.add("pear", "3")
        table.add("fig", "12", "ripe")
        return table
    }

    @Test func markers() {
        #expect(Alignment.left.marker == ":--")
        #expect(Alignment.right.marker == "--:")
        #expect(Alignment.centre.marker == ":-:")
    }

    @Test func cells() {
        #expect(sample().cell(0, 0) == "pear")
        #expect(sample().cell(1, 2) == "ripe")
    }

    @Test("Where there is no cell there is no text")
    func missingCells() {
        #expect(sample().cell(0, 2) == "")
        #expect(sample().cell(2, 0) == "")
        #expect(sample().cell(-1, 0) == "")
        #expect(sample().cell(0, -1) == "")
    }

    @Test func alignments() {
        #expect(sample().alignment(of: 1) == .right)
        #expect(sample().alignment(of: 2) == .left)
        #expect(TextTable().alignment(of: 0) == .left)
    }

    @Test func widths() {
        #expect(sample().widths == [4, 2, 4])
        #expect(TextTable().widths == [])
    }

    @Test func padding() {
        #expect(TextTable.pad("ab", to: 5) == "ab   ")
        #expect(TextTable.pad("ab", to: 5, .right) == "   ab")
        #expect(TextTable.pad("ab", to: 5, .centre) == " ab  ")
    }

    @Test("A text that is too long is not padded")
    func noPadding() {
        #expect(TextTable.pad("abcdef", to: 3) == "abcdef")
        #expect(TextTable.pad("abc", to: 0, .right) == "abc")
        #expect(TextTable.pad("abcd", to: 1, .centre) == "abcd")
    }

    @Test func rendering() {
        #expect(sample().render() == ["pear |  3 |     ", "fig  | 12 | ripe"])
        #expect(TextTable().render() == [])
    }

    @Test func bars() {
        #expect(TextTable.bar(5, of: 10, width: 8) == "####")
        #expect(TextTable.bar(20, of: 10, width: 3) == "###")
    }

    @Test("A bar needs a scale")
    func noBars() {
        #expect(TextTable.bar(0, of: 0, width: 8) == "")
        #expect(TextTable.bar(-5, of: 10, width: 8) == "")
        #expect(TextTable.bar(5, of: 10, width: -6) == "")
        #expect(TextTable.bar(20, of: 10, width: -2) == "")
    }
}
