import Logic
import Testing

@Suite struct HeldOutUnits {
    @Test func an_unknown_unit() {
        #expect(throws: DurationError.unknownUnit("x")) { try DurationText.seconds(from: "12x") }
        #expect(throws: DurationError.unknownUnit("H")) { try DurationText.seconds(from: "4H") }
    }

    @Test func an_unknown_unit_after_a_known_one() {
        #expect(throws: DurationError.unknownUnit(" ")) { try DurationText.seconds(from: "5m7 s") }
    }

    @Test func known_units() throws {
        #expect(try DurationText.seconds(from: "3h2s") == 10_802)
    }
}
