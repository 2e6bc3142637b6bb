import Testing

@testable import TextKit

@Suite struct HeldOutCycles {
    @Test("Nothing to repeat")
    func nothingToRepeat() {
        #expect("".cycled(to: 1) == "")
        #expect("".cycled(to: 400) == "")
    }

    @Test("Nothing to fill")
    func nothingToFill() {
        #expect("abc".cycled(to: -1) == "")
        #expect("".cycled(to: 0) == "")
    }

    @Test("Something to repeat")
    func somethingToRepeat() {
        #expect("abc".cycled(to: 7) == "abcabca")
        #expect("abc".cycled(to: 2) == "ab")
    }
}
