import Testing

@testable import RunLengthCodec

@Suite struct RunLengthCodecValidation {
    @Test(arguments: [
        ("a", "a"), ("aa", "2a"), ("ab", "ab"), ("aab", "2ab"), ("abb", "a2b"), ("aba", "aba"),
        ("zzzzzzzzzzzz", "12z"), ("  x", "2 x"), ("ééé", "3é"),
    ])
    func encodes_and_decodes(text: String, encoded: String) throws {
        #expect(RunLengthCodec.encode(text) == encoded)
        #expect(try RunLengthCodec.decode(encoded) == text)
    }

    @Test func bad_counts() {
        #expect(throws: RunLengthError.zeroCount) { try RunLengthCodec.decode("0a") }
        #expect(throws: RunLengthError.countWithoutCharacter) { try RunLengthCodec.decode("5") }
    }

    @Test func leading_zeros() throws {
        #expect(try RunLengthCodec.decode("03a") == "aaa")
    }
}
