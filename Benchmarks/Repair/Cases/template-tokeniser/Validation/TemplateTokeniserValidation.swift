import Testing

@testable import TemplateTokeniser

@Suite struct TemplateTokeniserValidation {
    private let tokeniser = TemplateTokeniser()

    @Test func empty_placeholders_everywhere() throws {
        #expect(try tokeniser.tokens("{}") == [])
        #expect(try tokeniser.tokens("{}{}x{}") == [.text("x")])
        #expect(try tokeniser.tokens("{a}{}{b}") == [.placeholder("a"), .placeholder("b")])
        #expect(try tokeniser.fill("<{}>", with: ["": "no"]) == "<>")
    }

    @Test func plain_texts() throws {
        #expect(try tokeniser.tokens("") == [])
        #expect(try tokeniser.tokens("abc }") == [.text("abc }")])
        #expect(try tokeniser.tokens("{{") == [.text("{")])
        #expect(try tokeniser.tokens("{{{a}") == [.text("{"), .placeholder("a")])
    }

    @Test func unclosed() {
        #expect(throws: UnclosedPlaceholder(offset: 0)) { try tokeniser.tokens("{") }
        #expect(throws: UnclosedPlaceholder(offset: 3)) { try tokeniser.tokens("{a}{b") }
        #expect(throws: UnclosedPlaceholder(offset: 2)) { try tokeniser.tokens("{}{") }
    }

    @Test func filling() throws {
        #expect(try tokeniser.fill("{a}{a}{c}", with: ["a": "x"]) == "xx")
        #expect(try tokeniser.fill("{{a}", with: ["a": "x"]) == "{a}")
        #expect(try tokeniser.fill("{ a }", with: [" a ": "y"]) == "y")
    }
}
