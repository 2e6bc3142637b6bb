import Testing

@testable import TemplateTokeniser

@Suite struct TemplateTokeniserTests {
    private let tokeniser = TemplateTokeniser()

    @Test func placeholders_between_text() throws {
        #expect(
            try tokeniser.tokens("Hi {name}!") == [.text("Hi "), .placeholder("name"), .text("!")])
    }

    @Test func doubled_braces() throws {
        #expect(try tokeniser.tokens("a {{b}") == [.text("a {b}")])
    }

    @Test func unclosed_placeholders() {
        #expect(throws: UnclosedPlaceholder(offset: 2)) { try tokeniser.tokens("x {y") }
    }

    @Test func empty_placeholders_are_left_out() throws {
        #expect(try tokeniser.tokens("a{}b") == [.text("a"), .text("b")])
    }

    @Test func fills_values_in() throws {
        #expect(try tokeniser.fill("{a}-{b}", with: ["a": "1", "b": "2"]) == "1-2")
    }
}
