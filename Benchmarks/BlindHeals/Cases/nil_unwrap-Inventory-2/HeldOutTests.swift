import Testing

@testable import Inventory

@Suite struct HeldOutTiers {
    @Test func noTier() {
        let list = PriceList([PriceTier(from: 6, unitCents: 40)])
        #expect(throws: PricingError.noTier(quantity: 5)) { try list.unitCents(for: 5) }
        #expect(throws: PricingError.noTier(quantity: -9)) { try list.unitCents(for: -9) }
    }

    @Test func noTiersAtAll() {
        #expect(throws: PricingError.noTier(quantity: 1)) { try PriceList([]).unitCents(for: 1) }
    }

    @Test func tier() throws {
        let list = PriceList([PriceTier(from: 6, unitCents: 40), PriceTier(from: 60, unitCents: 35)])
        #expect(try list.unitCents(for: 59) == 40)
        #expect(try list.unitCents(for: 60) == 35)
    }
}
