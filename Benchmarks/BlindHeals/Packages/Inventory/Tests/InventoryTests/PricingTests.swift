import XCTest

@testable import Inventory

final class PricingTests: XCTestCase {
    private let list = PriceList([
        PriceTier(from: 100, unitCents: 80),
        PriceTier(from: 1, unitCents: 120),
        PriceTier(from: 10, unitCents: 100),
    ])

    func testUnitPriceByQuantity() throws {
        XCTAssertEqual(try list.unitCents(for: 1), 120)
        XCTAssertEqual(try list.unitCents(for: 99), 100)
        XCTAssertEqual(try list.unitCents(for: 5000), 80)
    }

    func testUnitPriceBelowTheFirstTier() {
        XCTAssertThrowsError(try list.unitCents(for: 0)) {
            XCTAssertEqual($0 as? PricingError, .noTier(quantity: 0))
        }
        XCTAssertThrowsError(try PriceList([]).unitCents(for: 12)) {
            XCTAssertEqual($0 as? PricingError, .noTier(quantity: 12))
        }
    }

    func testMissingForNextTier() {
        XCTAssertEqual(list.missingForNextTier(at: 7), 3)
        XCTAssertEqual(list.missingForNextTier(at: 10), 90)
        XCTAssertNil(list.missingForNextTier(at: 100))
        XCTAssertNil(PriceList([]).missingForNextTier(at: 5))
    }

    func testMarkup() throws {
        XCTAssertEqual(try Pricing.markup(priceCents: 150, costCents: 100), 50)
        XCTAssertEqual(try Pricing.markup(priceCents: 90, costCents: 120), -25)
    }

    func testMarkupWithoutCost() {
        XCTAssertThrowsError(try Pricing.markup(priceCents: 150, costCents: 0)) {
            XCTAssertEqual($0 as? PricingError, .noCost)
        }
        XCTAssertThrowsError(try Pricing.markup(priceCents: 0, costCents: 0)) {
            XCTAssertEqual($0 as? PricingError, .noCost)
        }
        XCTAssertThrowsError(try Pricing.markup(priceCents: 5, costCents: -5)) {
            XCTAssertEqual($0 as? PricingError, .noCost)
        }
    }

    func testGross() throws {
        XCTAssertEqual(try Pricing.gross(netCents: 1000, taxRate: 0.19), 1190)
        XCTAssertEqual(try Pricing.gross(netCents: 333, taxRate: 0.5), 500)
    }

    func testGrossThatIsNoNumber() {
        XCTAssertThrowsError(try Pricing.gross(netCents: 100, taxRate: .nan)) {
            XCTAssertEqual($0 as? PricingError, .notRepresentable)
        }
        XCTAssertThrowsError(try Pricing.gross(netCents: 100, taxRate: 1e300)) {
            XCTAssertEqual($0 as? PricingError, .notRepresentable)
        }
    }

    func testDiscounted() {
        XCTAssertEqual(Pricing.discounted(1000, percent: 20), 800)
        XCTAssertEqual(Pricing.discounted(99, percent: 50), 50)
        XCTAssertEqual(Pricing.discounted(1000, percent: 130), 0)
        XCTAssertEqual(Pricing.discounted(1000, percent: -5), 1000)
    }

    func testPiecePrice() {
        XCTAssertEqual(Pricing.piecePrice(packCents: 100, pieces: 3), 34)
        XCTAssertEqual(Pricing.piecePrice(packCents: 100, pieces: 4), 25)
    }

    func testPiecePriceOfAnEmptyPack() {
        XCTAssertEqual(Pricing.piecePrice(packCents: 100, pieces: 0), 100)
        XCTAssertEqual(Pricing.piecePrice(packCents: 7, pieces: 0), 7)
    }

    func testTag() {
        XCTAssertEqual(Pricing.tag(450, width: 6), "  4.50")
        XCTAssertEqual(Pricing.tag(5, width: 4), "0.05")
    }

    func testTagThatIsTooNarrow() {
        XCTAssertEqual(Pricing.tag(123_456, width: 4), "1234.56")
        XCTAssertEqual(Pricing.tag(100, width: 0), "1.00")
    }
}
