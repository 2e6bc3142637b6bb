import Testing

@testable import TextKit

@Suite struct HeldOutPages {
    @Test("Other values")
    func otherValues() {
        #expect(Outline.pages([false, 8]) == [8])
        #expect(Outline.pages([[1], 0.5]) == [])
    }

    @Test("Texts")
    func texts() {
        #expect(Outline.pages(["x", "9", "-1"]) == [9, -1])
    }

    @Test("Numbers")
    func numbers() {
        #expect(Outline.pages([2, 4]) == [2, 4])
        #expect(Outline.pages([]) == [])
    }
}
