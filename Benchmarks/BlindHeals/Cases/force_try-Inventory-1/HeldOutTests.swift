import Testing

@testable import Inventory

@Suite struct HeldOutScan {
    @Test func unreadableWords() {
        #expect(SKU.scan("CAP-1-1 CAP-1-2 ???") == [SKU(family: "CAP", serial: 1)])
        #expect(SKU.scan("a b c") == [])
    }

    @Test func malformedCodes() {
        #expect(SKU.scan("CAP-x-1 CAP-12") == [])
    }

    @Test func readableWords() {
        #expect(SKU.scan("cap-20-2  hat-3-3").map(\.family) == ["CAP", "HAT"])
        #expect(SKU.scan("") == [])
    }
}
