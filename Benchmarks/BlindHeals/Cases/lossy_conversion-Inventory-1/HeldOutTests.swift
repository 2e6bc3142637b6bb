import Testing

@testable import Inventory

@Suite struct HeldOutWeightByte {
    @Test func tooHeavy() {
        #expect(Packing.weightByte(grams: 256_000) == 255)
        #expect(Packing.weightByte(grams: Int.max) == 255)
    }

    @Test func belowZero() {
        #expect(Packing.weightByte(grams: -1000) == 0)
        #expect(Packing.weightByte(grams: -999) == 0)
    }

    @Test func ordinary() {
        #expect(Packing.weightByte(grams: 255_999) == 255)
        #expect(Packing.weightByte(grams: 3001) == 3)
    }
}
