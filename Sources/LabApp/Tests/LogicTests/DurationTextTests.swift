import Logic
import Testing

struct DurationTextTests {
    @Test func a_duration_adds_up_its_units() throws {
        #expect(try DurationText.seconds(from: "1h30m") == 5400)
        #expect(try DurationText.seconds(from: "2d") == 172_800)
        #expect(try DurationText.seconds(from: "1m5s") == 65)
    }

    @Test func no_text_is_no_duration() {
        #expect(throws: DurationError.empty) { try DurationText.seconds(from: "") }
    }

    @Test func a_unit_needs_a_number() {
        #expect(throws: DurationError.missingNumber) { try DurationText.seconds(from: "h") }
        #expect(throws: DurationError.missingNumber) { try DurationText.seconds(from: "5mm") }
    }

    @Test func a_number_needs_a_unit() {
        #expect(throws: DurationError.missingUnit) { try DurationText.seconds(from: "90") }
        #expect(throws: DurationError.missingUnit) { try DurationText.seconds(from: "1h30") }
    }

    @Test func an_unknown_unit_is_named() {
        #expect(throws: DurationError.unknownUnit("w")) { try DurationText.seconds(from: "3w") }
        #expect(throws: DurationError.unknownUnit("y")) { try DurationText.seconds(from: "1y") }
    }

    @Test func a_number_with_too_many_digits_is_refused() {
        #expect(throws: DurationError.tooLong) {
            try DurationText.seconds(from: "99999999999999999999s")
        }
        #expect(throws: DurationError.tooLong) {
            try DurationText.seconds(from: "10000000000000000000m")
        }
    }

    @Test func a_duration_beyond_an_int_is_refused() {
        #expect(throws: DurationError.tooLong) { try DurationText.seconds(from: "999999999999999999d") }
        #expect(throws: DurationError.tooLong) { try DurationText.seconds(from: "9223372036854775807m") }
    }

    @Test func a_duration_is_written_in_its_largest_units() {
        #expect(DurationText.text(from: 5400) == "1h 30m")
        #expect(DurationText.text(from: 86_401) == "1d 1s")
    }

    @Test func no_time_is_zero_seconds() {
        #expect(DurationText.text(from: 0) == "0s")
        #expect(DurationText.text(from: -20) == "0s")
    }

    @Test func every_unit_has_a_length() {
        #expect(DurationUnit.second.seconds == 1)
        #expect(DurationUnit.minute.seconds == 60)
        #expect(DurationUnit.hour.seconds == 3600)
        #expect(DurationUnit.day.seconds == 86_400)
    }
}
