import XCTest

@testable import StockDriftReport

final class StockTakingTests: XCTestCase {
    private let taking = StockTaking(
        booked: ["bolt": 100, "nut": 50, "cog": 7], counted: ["bolt": 97, "nut": 52, "cog": 7])

    func testDriftsAreSortedBySize() {
        XCTAssertEqual(
            taking.drifts(), [StockDrift(sku: "bolt", difference: -3), StockDrift(sku: "nut", difference: 2)])
    }

    func testSurplusIsWorthMoney() {
        let surplus = StockTaking(booked: ["nut": 1], counted: ["nut": 4])
        XCTAssertEqual(surplus.value(pricesInCents: ["nut": 5]), 15)
    }

    func testLossesAreNegative() {
        XCTAssertEqual(taking.value(pricesInCents: ["bolt": 10, "nut": 5]), -20)
    }

    func testTolerance() {
        XCTAssertTrue(taking.isWithin(tolerance: 3))
        XCTAssertFalse(taking.isWithin(tolerance: 2))
    }
}
