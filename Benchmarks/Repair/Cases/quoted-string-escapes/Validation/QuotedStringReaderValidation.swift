import Testing

@testable import QuotedStringEscapes

@Suite struct QuotedStringReaderValidation {
    @Test(arguments: [
        (#""\t""#, "\t"), (#""\\n""#, "\\n"), (#""\\\\""#, "\\\\"), (#""\x00""#, "\0"), (#""x\xe9x""#, "xéx"),
        (#""\"""#, "\""), (#""a\tb\nc""#, "a\tb\nc"), (#"" ""#, " "),
    ])
    func reads(literal: String, expected: String) throws {
        #expect(try QuotedStringReader().read(literal) == expected)
    }

    @Test(arguments: [
        (#""\""#, 1), (#""\x4""#, 1), (#""\xg0""#, 1), (#""ab\ ""#, 3), (#""\x""#, 1), (#""\N""#, 1),
    ])
    func refuses(literal: String, position: Int) {
        #expect(throws: QuotedStringError.badEscape(at: position)) { try QuotedStringReader().read(literal) }
    }

    @Test(arguments: ["", "\"", "a\"", "\"a"]) func not_quoted(literal: String) {
        #expect(throws: QuotedStringError.notQuoted) { try QuotedStringReader().read(literal) }
    }
}
