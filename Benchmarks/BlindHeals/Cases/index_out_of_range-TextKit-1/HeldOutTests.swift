import Testing

@testable import TextKit

@Suite struct HeldOutPeek {
    @Test("Before the beginning")
    func beforeTheBeginning() {
        #expect(Tokenizer("xyz").peek(-1) == nil)
        #expect(Tokenizer("xyz").peek(-20) == nil)
        #expect(Tokenizer("").peek(-1) == nil)
    }

    @Test("Behind the end")
    func behindTheEnd() {
        #expect(Tokenizer("xyz").peek(3) == nil)
    }

    @Test("Back into the text")
    func backIntoTheText() {
        var tokenizer = Tokenizer("xyz 1")
        _ = tokenizer.next()
        #expect(tokenizer.peek(-3) == "x")
        #expect(tokenizer.peek(-4) == nil)
    }
}
