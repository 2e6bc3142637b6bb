import Testing

@testable import DurationParser

@Suite struct DurationParserTests {
    private let parser = DurationParser()

    @Test func single_units() throws {
        #expect(try parser.seconds(from: "45s") == 45)
        #expect(try parser.seconds(from: "2h") == 7200)
    }

    @Test func combined_units() throws {
        #expect(try parser.seconds(from: "1h30m") == 5400)
    }

    @Test func the_unit_must_be_known() {
        #expect(throws: DurationError.unknownUnit("w")) { try parser.seconds(from: "3w") }
    }

    @Test func a_number_needs_a_unit() {
        #expect(throws: DurationError.missingUnit) { try parser.seconds(from: "15") }
    }

    @Test func a_unit_needs_a_number() {
        #expect(throws: DurationError.missingNumber(unit: "m")) { try parser.seconds(from: "1hm") }
    }
}
