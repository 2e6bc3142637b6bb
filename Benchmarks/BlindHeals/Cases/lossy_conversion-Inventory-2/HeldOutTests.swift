import Testing

@testable import Inventory

@Suite struct HeldOutGross {
    @Test func noNumber() {
        #expect(throws: PricingError.notRepresentable) { try Pricing.gross(netCents: 0, taxRate: .infinity) }
        #expect(throws: PricingError.notRepresentable) { try Pricing.gross(netCents: 5, taxRate: -.infinity) }
    }

    @Test func tooLarge() {
        #expect(throws: PricingError.notRepresentable) { try Pricing.gross(netCents: Int.max, taxRate: 1) }
    }

    @Test func ordinary() throws {
        #expect(try Pricing.gross(netCents: 2000, taxRate: 0.07) == 2140)
        #expect(try Pricing.gross(netCents: -100, taxRate: 0.25) == -125)
    }
}
