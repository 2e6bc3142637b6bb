import Testing

@testable import Inventory

@Suite struct HeldOutPrinted {
    @Test func longSerials() {
        #expect(SKU(family: "CAP", serial: 54_321).printed == "CAP-54321-5")
        #expect(SKU(family: "CAP", serial: 1_234_567).printed == "CAP-1234567-8")
    }

    @Test func fourDigits() {
        #expect(SKU(family: "CAP", serial: 9000).printed == "CAP-9000-9")
    }

    @Test func shortSerials() {
        #expect(SKU(family: "CAP", serial: 0).printed == "CAP-0000-0")
        #expect(SKU(family: "X", serial: 305).printed == "X-0305-8")
    }
}
