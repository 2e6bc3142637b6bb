import Testing

@testable import TextKit

@Suite struct HeldOutMostFrequent {
    @Test("One sequence wins")
    func oneSequenceWins() {
        #expect(NGrams("xxyxx", size: 2).mostFrequent == "xx")
    }

    @Test("The alphabet decides")
    func theAlphabetDecides() {
        #expect(NGrams("dcba", size: 1).mostFrequent == "a")
    }

    @Test("No sequences")
    func noSequences() {
        #expect(NGrams("dcba", size: 5).mostFrequent == nil)
    }
}
