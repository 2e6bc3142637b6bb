import XCTest

@testable import OrderBookQuotes

final class OrderBookValidation: XCTestCase {
    func testOldestOfEqualPrices() {
        var book = OrderBook()
        for seller in ["x", "y"] { book.add(Offer(seller: seller, price: 7, quantity: 2)) }
        XCTAssertEqual(book.buy(2).cost, 14)
        XCTAssertEqual(book.offers.map(\.seller), ["y"])
    }

    func testBuysEverything() {
        var book = OrderBook()
        for price in [9, 4, 6] { book.add(Offer(seller: "s\(price)", price: price, quantity: price)) }
        let result = book.buy(100)
        XCTAssertEqual(result.bought, 19)
        XCTAssertEqual(result.cost, 81 + 16 + 36)
        XCTAssertNil(book.bestPrice)
    }

    func testLargePricesAndFree() {
        var book = OrderBook()
        book.add(Offer(seller: "big", price: 1 << 40, quantity: 1))
        XCTAssertEqual(book.bestPrice, 1 << 40)
        book.add(Offer(seller: "free", price: 0, quantity: 1))
        XCTAssertEqual(book.bestPrice, 0)
        XCTAssertEqual(book.buy(1).cost, 0)
        XCTAssertEqual(book.bestPrice, 1 << 40)
    }

    func testPartialPurchase() {
        var book = OrderBook()
        book.add(Offer(seller: "a", price: 3, quantity: 10))
        XCTAssertEqual(book.buy(4).cost, 12)
        XCTAssertEqual(book.offers, [Offer(seller: "a", price: 3, quantity: 6)])
        XCTAssertEqual(book.buy(0).cost, 0)
        XCTAssertEqual(book.buy(-1).cost, 0)
        XCTAssertEqual(book.offers.first?.quantity, 6)
    }

    func testPricesStepUp() {
        var book = OrderBook()
        for price in [5, 3, 4] { book.add(Offer(seller: "", price: price, quantity: 1)) }
        let costs = (0..<4).map { _ in book.buy(1).cost }
        XCTAssertEqual(costs, [3, 4, 5, 0])
    }
}
