/// One step of a rate card: everything up to `maxGrams` costs `priceCents`.
struct RateTier {
    let maxGrams: Int
    let priceCents: Int
}

/// Prices parcels by weight. Tiers include their upper bound.
struct RateCard {
    let tiers: [RateTier]
    let bulkyThresholdCentimetres: Int
    let bulkySurchargeCents: Int

    init(tiers: [RateTier], bulkyThresholdCentimetres: Int = 120, bulkySurchargeCents: Int = 450) {
        self.tiers = tiers.sorted { $0.maxGrams < $1.maxGrams }
        self.bulkyThresholdCentimetres = bulkyThresholdCentimetres
        self.bulkySurchargeCents = bulkySurchargeCents
    }

    /// The price in cents, or nil for a parcel that no tier accepts.
    func price(grams: Int, longestSideCentimetres: Int = 0) -> Int? {
        guard grams > 0, let tier = tiers.first(where: { grams < $0.maxGrams }) else {
            return nil
        }
        let surcharge = longestSideCentimetres > bulkyThresholdCentimetres ? bulkySurchargeCents : 0
        return tier.priceCents + surcharge
    }
}
