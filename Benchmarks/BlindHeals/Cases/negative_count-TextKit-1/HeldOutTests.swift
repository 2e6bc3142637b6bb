import Testing

@testable import TextKit

@Suite struct HeldOutCentre {
    @Test("Lines too long")
    func linesTooLong() {
        #expect(Wrapper(width: 5).centre("much too long") == "much too long")
        #expect(Wrapper(width: 1).centre("wide") == "wide")
    }

    @Test("Lines that just fit")
    func linesThatJustFit() {
        #expect(Wrapper(width: 4).centre("wide") == "wide")
    }

    @Test("Short lines")
    func shortLines() {
        #expect(Wrapper(width: 12).centre("ab") == "     ab")
    }
}
