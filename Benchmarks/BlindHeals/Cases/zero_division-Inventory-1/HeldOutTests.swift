import Testing

@testable import Inventory

@Suite struct HeldOutMarkup {
    @Test func noCost() {
        #expect(throws: PricingError.noCost) { try Pricing.markup(priceCents: 900, costCents: 0) }
        #expect(throws: PricingError.noCost) { try Pricing.markup(priceCents: -1, costCents: 0) }
    }

    @Test func negativeCost() {
        #expect(throws: PricingError.noCost) { try Pricing.markup(priceCents: 900, costCents: -30) }
    }

    @Test func cost() throws {
        #expect(try Pricing.markup(priceCents: 400, costCents: 300) == 33)
        #expect(try Pricing.markup(priceCents: 70, costCents: 70) == 0)
    }
}
