import Testing

@testable import TextKit

@Suite struct HeldOutDistance {
    @Test("Distance to nothing")
    func distanceToNothing() {
        #expect(EditDistance.between("word", "") == 4)
        #expect(EditDistance.between("é", "") == 1)
    }

    @Test("Distance from nothing")
    func distanceFromNothing() {
        #expect(EditDistance.between("", "word") == 4)
    }

    @Test("Ordinary distance")
    func ordinaryDistance() {
        #expect(EditDistance.between("flaw", "lawn") == 2)
        #expect(EditDistance.between("a", "b") == 1)
    }
}
