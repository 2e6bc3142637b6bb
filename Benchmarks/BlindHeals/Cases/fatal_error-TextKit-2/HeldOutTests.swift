import Testing

@testable import TextKit

@Suite struct HeldOutCentredCells {
    @Test("An even gap")
    func anEvenGap() {
        #expect(TextTable.pad("xy", to: 6, .centre) == "  xy  ")
    }

    @Test("An odd gap")
    func anOddGap() {
        #expect(TextTable.pad("x", to: 4, .centre) == " x  ")
        #expect(TextTable.pad("", to: 1, .centre) == " ")
    }

    @Test("A centred column")
    func aCentredColumn() {
        var table = TextTable(alignments: [.centre])
        table.add("abc")
        table.add("x")
        #expect(table.render() == ["abc", " x "])
    }
}
