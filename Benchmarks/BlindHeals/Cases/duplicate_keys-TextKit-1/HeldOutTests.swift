import Testing

@testable import TextKit

@Suite struct HeldOutTally {
    @Test("Repeated elements")
    func repeatedElements() {
        #expect([3, 3, 3].tally() == [3: 3])
        #expect("hello".tally()["l"] == 2)
        #expect([true, false, true].tally() == [true: 2, false: 1])
    }

    @Test("Single elements")
    func singleElements() {
        #expect([1, 2].tally() == [1: 1, 2: 1])
        #expect("".tally().isEmpty)
    }

    @Test("Sequences that recur")
    func sequencesThatRecur() {
        #expect(NGrams("aaaa", size: 2).mostFrequent == "aa")
    }
}
