import Testing

@testable import TextKit

@Suite struct HeldOutBrackets {
    @Test("Nothing is open")
    func nothingIsOpen() {
        #expect(!"}".hasBalancedBrackets)
        #expect(!"()]".hasBalancedBrackets)
        #expect(!"x) (".hasBalancedBrackets)
    }

    @Test("Something else is open")
    func somethingElseIsOpen() {
        #expect(!"{(})".hasBalancedBrackets)
    }

    @Test("Everything is closed")
    func everythingIsClosed() {
        #expect("{[()()]}".hasBalancedBrackets)
        #expect("no brackets".hasBalancedBrackets)
    }
}
