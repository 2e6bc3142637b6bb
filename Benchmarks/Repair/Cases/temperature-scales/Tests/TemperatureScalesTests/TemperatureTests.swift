import XCTest

@testable import TemperatureScales

final class TemperatureTests: XCTestCase {
    func testBoilingWater() {
        XCTAssertEqual(Temperature(celsius: 100)?.fahrenheit ?? 0, 212, accuracy: 0.001)
    }

    func testFreezingWater() {
        XCTAssertEqual(Temperature(fahrenheit: 32)?.celsius ?? 9, 0, accuracy: 0.001)
    }

    func testBelowAbsoluteZero() {
        XCTAssertNil(Temperature(celsius: -274))
    }

    func testOrder() throws {
        let cold = try XCTUnwrap(Temperature(celsius: 1))
        let warm = try XCTUnwrap(Temperature(fahrenheit: 90))
        XCTAssertLessThan(cold, warm)
    }
}
