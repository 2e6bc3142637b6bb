import Testing

@testable import CurrencyExchange

@Suite struct ExchangeTests {
    private let table = ExchangeTable(reference: "EUR", ratesPerReference: ["USD": 1.25, "PLN": 4])

    @Test func rates() {
        #expect(table.rate("EUR", "USD") == 1.25)
        #expect(table.rate("USD", "EUR") == 0.8)
    }

    @Test func converts_from_the_reference() {
        #expect(table.convert(1000, from: "EUR", to: "PLN") == 4000)
    }

    @Test func converting_to_the_same_currency_changes_nothing() {
        #expect(table.convert(777, from: "PLN", to: "PLN") == 777)
    }

    @Test func unknown_currencies() {
        #expect(table.convert(1, from: "EUR", to: "XXX") == nil)
    }

    @Test func totals() {
        #expect(table.total(of: [("EUR", 100), ("USD", 125)], in: "EUR") == 200)
    }
}
