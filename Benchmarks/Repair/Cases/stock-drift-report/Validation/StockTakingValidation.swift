import XCTest

@testable import StockDriftReport

final class StockTakingValidation: XCTestCase {
    func testMissingSkusCountAsZero() {
        let taking = StockTaking(booked: ["a": 4], counted: ["b": 6])
        XCTAssertEqual(
            taking.drifts(), [StockDrift(sku: "b", difference: 6), StockDrift(sku: "a", difference: -4)])
        XCTAssertEqual(taking.value(pricesInCents: ["a": 100, "b": 10]), -340)
        XCTAssertEqual(taking.value(pricesInCents: ["a": 100]), -400)
        XCTAssertEqual(taking.value(pricesInCents: ["b": 100]), 600)
        XCTAssertEqual(taking.value(pricesInCents: [:]), 0)
    }

    func testGainsAndLossesCancel() {
        let taking = StockTaking(booked: ["a": 5, "b": 5], counted: ["a": 3, "b": 7])
        XCTAssertEqual(taking.value(pricesInCents: ["a": 9, "b": 9]), 0)
        XCTAssertEqual(taking.drifts().map(\.sku), ["a", "b"])
        XCTAssertEqual(taking.drifts().map(\.difference), [-2, 2])
    }

    func testOnlyLosses() {
        let taking = StockTaking(booked: ["a": 5, "b": 2], counted: [:])
        XCTAssertEqual(taking.value(pricesInCents: ["a": 1, "b": 10]), -25)
        XCTAssertFalse(taking.isWithin(tolerance: 4))
        XCTAssertTrue(taking.isWithin(tolerance: 5))
    }

    func testNoDrift() {
        let taking = StockTaking(booked: ["a": 1], counted: ["a": 1])
        XCTAssertEqual(taking.drifts(), [])
        XCTAssertTrue(taking.isWithin(tolerance: 0))
        XCTAssertEqual(StockTaking(booked: [:], counted: [:]).value(pricesInCents: ["a": 1]), 0)
    }
}
