import Testing

@testable import TextKit

@Suite struct HeldOutCodes {
    @Test("Every kind")
    func everyKind() {
        #expect(String(TokenKind.allCases.map(\.code)) == "wns_")
    }

    @Test("Spaces")
    func spaces() {
        #expect(TokenKind.of("\t").code == "_")
        #expect(TokenKind.of("\n").code == "_")
    }

    @Test("By name")
    func byName() {
        #expect(TokenKind(rawValue: "space")?.code == "_")
        #expect(TokenKind(rawValue: "number")?.code == "n")
    }
}
