import Testing

@testable import QuotedStringEscapes

@Suite struct QuotedStringReaderTests {
    private let reader = QuotedStringReader()

    @Test func plain_text() throws {
        #expect(try reader.read("\"hello\"") == "hello")
        #expect(try reader.read("\"\"") == "")
    }

    @Test func quotes_are_needed() {
        #expect(throws: QuotedStringError.notQuoted) { try reader.read("hello") }
    }

    @Test func line_breaks_and_quotes() throws {
        #expect(try reader.read(#""a\nb\"c\\""#) == "a\nb\"c\\")
    }

    @Test func hexadecimal_escapes() throws {
        #expect(try reader.read(#""\x41-\x7a""#) == "A-z")
    }

    @Test func bad_escapes() {
        #expect(throws: QuotedStringError.badEscape(at: 2)) { try reader.read(#""a\q""#) }
    }
}
