import Testing

@testable import DurationParser

@Suite struct DurationParserValidation {
    @Test(arguments: [
        ("0s", 0), ("1s", 1), ("10s", 10), ("007s", 7), ("1d", 86_400), ("1d1h1m1s", 90_061), ("90m", 5400),
        ("2m2m", 240), ("100h", 360_000), ("0d5m", 300),
    ])
    func reads(text: String, seconds: Int) throws {
        #expect(try DurationParser().seconds(from: text) == seconds)
    }

    @Test func refuses() {
        let parser = DurationParser()
        #expect(throws: DurationError.empty) { try parser.seconds(from: "") }
        #expect(throws: DurationError.missingNumber(unit: "s")) { try parser.seconds(from: "s") }
        #expect(throws: DurationError.missingUnit) { try parser.seconds(from: "1h30") }
        #expect(throws: DurationError.unknownUnit("-")) { try parser.seconds(from: "-5s") }
        #expect(throws: DurationError.unknownUnit(" ")) { try parser.seconds(from: "1h 2m") }
    }
}
