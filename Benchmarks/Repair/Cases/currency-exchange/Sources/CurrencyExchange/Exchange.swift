/// Exchange rates against one reference currency.
struct ExchangeTable {
    let reference: String
    /// How many units of a currency one unit of the reference buys.
    private let ratesPerReference: [String: Double]

    init(reference: String, ratesPerReference: [String: Double]) {
        self.reference = reference
        self.ratesPerReference = ratesPerReference.merging([reference: 1]) { _, one in one }
    }

    var currencies: [String] { ratesPerReference.keys.sorted() }

    /// The factor that turns an amount in `source` into one in `target`, nil for unknown currencies.
    func rate(_ source: String, _ target: String) -> Double? {
        guard let from = ratesPerReference[source], let to = ratesPerReference[target] else { return nil }
        return to / from
    }

    /// Converts minor units and rounds to the nearest one.
    func convert(_ minorUnits: Int, from source: String, to target: String) -> Int? {
        guard let factor = rate(target, source) else { return nil }
        return Int((Double(minorUnits) * factor).rounded())
    }

    /// The total of amounts in several currencies, or nil if one is unknown.
    func total(of amounts: [(currency: String, minorUnits: Int)], in target: String) -> Int? {
        var sum = 0
        for amount in amounts {
            guard let converted = convert(amount.minorUnits, from: amount.currency, to: target) else {
                return nil
            }
            sum += converted
        }
        return sum
    }
}
