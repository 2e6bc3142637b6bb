import Testing

@testable import CurrencyExchange

@Suite struct ExchangeValidation {
    private let table = ExchangeTable(
        reference: "EUR", ratesPerReference: ["USD": 1.25, "PLN": 4, "JPY": 160])

    @Test func between_two_foreign_currencies() {
        #expect(table.convert(125, from: "USD", to: "PLN") == 400)
        #expect(table.convert(400, from: "PLN", to: "USD") == 125)
        #expect(table.convert(1, from: "EUR", to: "JPY") == 160)
        #expect(table.convert(320, from: "JPY", to: "EUR") == 2)
    }

    @Test func rounding() {
        #expect(table.convert(1, from: "PLN", to: "EUR") == 0)
        #expect(table.convert(3, from: "PLN", to: "EUR") == 1)
        #expect(table.convert(-3, from: "PLN", to: "EUR") == -1)
    }

    @Test func rates_are_inverse() throws {
        for source in table.currencies {
            for target in table.currencies {
                let there = try #require(table.rate(source, target))
                let back = try #require(table.rate(target, source))
                #expect(abs(there * back - 1) < 1e-9)
            }
        }
        #expect(table.rate("USD", "PLN") == 3.2)
    }

    @Test func totals() {
        #expect(table.total(of: [], in: "PLN") == 0)
        #expect(table.total(of: [("PLN", 400), ("JPY", 160)], in: "USD") == 126)
        #expect(table.total(of: [("PLN", 400), ("???", 1)], in: "USD") == nil)
    }
}
