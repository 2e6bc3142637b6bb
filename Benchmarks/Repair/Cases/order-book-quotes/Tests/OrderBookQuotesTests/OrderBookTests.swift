import XCTest

@testable import OrderBookQuotes

final class OrderBookTests: XCTestCase {
    private func book() -> OrderBook {
        var book = OrderBook()
        book.add(Offer(seller: "a", price: 12, quantity: 5))
        book.add(Offer(seller: "b", price: 10, quantity: 3))
        return book
    }

    func testBestPrice() {
        XCTAssertEqual(book().bestPrice, 10)
    }

    func testBuyTakesTheCheapestFirst() {
        var book = book()
        let result = book.buy(4)
        XCTAssertEqual(result.bought, 4)
        XCTAssertEqual(result.cost, 42)
    }

    func testEmptyBook() {
        var book = OrderBook()
        XCTAssertNil(book.bestPrice)
        XCTAssertEqual(book.buy(3).bought, 0)
    }

    func testEmptyOffersAreIgnored() {
        var book = OrderBook()
        book.add(Offer(seller: "a", price: 1, quantity: 0))
        XCTAssertTrue(book.offers.isEmpty)
    }
}
