import XCTest

@testable import TemperatureScales

final class TemperatureValidation: XCTestCase {
    func testRoundTrips() {
        for celsius in stride(from: -273.0, through: 500, by: 13.5) {
            let temperature = Temperature(celsius: celsius)
            XCTAssertEqual(temperature?.celsius ?? .nan, celsius, accuracy: 1e-9)
            XCTAssertEqual(
                Temperature(fahrenheit: temperature?.fahrenheit ?? 0)?.celsius ?? .nan, celsius,
                accuracy: 1e-9)
        }
    }

    func testLimits() {
        XCTAssertNotNil(Temperature(kelvin: 0))
        XCTAssertNil(Temperature(kelvin: -0.001))
        XCTAssertNil(Temperature(fahrenheit: -460))
        XCTAssertEqual(Temperature(celsius: -40)?.fahrenheit ?? 0, -40, accuracy: 1e-9)
    }
}
