import Testing

@testable import RunLengthCodec

@Suite struct RunLengthCodecTests {
    @Test func encodes_runs() {
        #expect(RunLengthCodec.encode("aaabcc") == "3ab2c")
    }

    @Test func decodes_runs() throws {
        #expect(try RunLengthCodec.decode("3ab2c") == "aaabcc")
    }

    @Test func decodes_long_runs() throws {
        #expect(try RunLengthCodec.decode("12x").count == 12)
    }

    @Test func empty_text() throws {
        #expect(RunLengthCodec.encode("") == "")
        #expect(try RunLengthCodec.decode("") == "")
    }

    @Test func a_count_needs_a_character() {
        #expect(throws: RunLengthError.countWithoutCharacter) { try RunLengthCodec.decode("a3") }
    }
}
