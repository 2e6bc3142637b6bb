import Logic
import Testing

@Suite struct HeldOutGrowth {
    @Test func growth_from_nothing() {
        #expect(Ratio.growth(from: 0, to: 0) == nil)
        #expect(Ratio.growth(from: 0, to: -77) == nil)
    }

    @Test func growth_from_a_debt() {
        #expect(Ratio.growth(from: -8, to: 16) == nil)
    }

    @Test func growth_in_percent() {
        #expect(Ratio.growth(from: 3, to: 4) == 33)
        #expect(Ratio.growth(from: 50, to: 50) == 0)
    }
}
