import Logic
import Testing

@Suite struct HeldOutAmountText {
    @Test func amounts_below_one() {
        #expect(Money.text(7) == "0.07")
        #expect(Money.text(-40) == "-0.40")
    }

    @Test func larger_amounts() {
        #expect(Money.text(100_001) == "1000.01")
        #expect(Money.text(0) == "0.00")
    }
}
