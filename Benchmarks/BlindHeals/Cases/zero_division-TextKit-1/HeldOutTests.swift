import Testing

@testable import TextKit

@Suite struct HeldOutDice {
    @Test("Nothing to compare")
    func nothingToCompare() {
        #expect(NGrams("xy", size: 3).similarity(to: NGrams("z", size: 3)) == 100)
        #expect(NGrams("word", size: 0).similarity(to: NGrams("word", size: -1)) == 100)
    }

    @Test("One side has nothing")
    func oneSideHasNothing() {
        #expect(NGrams("word", size: 2).similarity(to: NGrams("", size: 2)) == 0)
    }

    @Test("Something in common")
    func somethingInCommon() {
        #expect(NGrams("aab", size: 1).similarity(to: NGrams("abb", size: 1)) == 66)
    }
}
