import Testing

@testable import TextKit

@Suite("Tokenizer")
struct TokenizerTests {
    @Test("Each kind has a code")
    func codes() {
        #expect(TokenKind.word.code == "w")
        #expect(TokenKind.number.code == "n")
        #expect(TokenKind.symbol.code == "s")
        #expect(TokenKind.space.code == "_")
    }

    @Test("Characters have a kind")
    func kinds() {
        #expect(TokenKind.of("a") == .word)
        #expect(TokenKind.of("7") == .number)
        #expect(TokenKind.of(" ") == .space)
        #expect(TokenKind.of("+") == .symbol)
    }

    @Test("Peeking stays inside the text")
    func peek() {
        let tokenizer = Tokenizer("ab")
        #expect(tokenizer.peek() == "a")
        #expect(tokenizer.peek(1) == "b")
        #expect(tokenizer.peek(2) == nil)
        #expect(tokenizer.peek(-1) == nil)
        #expect(Tokenizer("").peek() == nil)
    }

    @Test("Letters run together, symbols stand alone")
    func next() {
        var tokenizer = Tokenizer("x1 ++")
        #expect(tokenizer.next() == Token(.word, "x"))
        #expect(tokenizer.next() == Token(.number, "1"))
        #expect(tokenizer.next() == Token(.space, " "))
        #expect(tokenizer.next() == Token(.symbol, "+"))
        #expect(tokenizer.next() == Token(.symbol, "+"))
        #expect(tokenizer.next() == nil)
    }

    @Test("There is no token in an empty text")
    func nothing() {
        var tokenizer = Tokenizer("")
        #expect(tokenizer.next() == nil)
        #expect(Tokenizer.tokens(in: "") == [])
    }

    @Test("All tokens come without spaces")
    func tokens() {
        #expect(Tokenizer.tokens(in: "let x = 42;").map(\.text) == ["let", "x", "=", "42", ";"])
        #expect(Tokenizer.tokens(in: "   ") == [])
    }
}
