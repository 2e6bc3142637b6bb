import Testing

@testable import TextKit

@Suite struct HeldOutChop {
    @Test("No size")
    func noSize() {
        #expect(Wrapper.chop("word", every: 0) == [])
        #expect(Wrapper.chop("", every: 0) == [])
    }

    @Test("A negative size")
    func aNegativeSize() {
        #expect(Wrapper.chop("word", every: -2) == [])
    }

    @Test("A size")
    func aSize() {
        #expect(Wrapper.chop("words", every: 2) == ["wo", "rd", "s"])
        #expect(Wrapper.chop("word", every: 9) == ["word"])
    }
}
