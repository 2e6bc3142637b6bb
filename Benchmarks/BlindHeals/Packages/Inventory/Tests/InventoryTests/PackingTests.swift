import XCTest

@testable import Inventory

final class PackingTests: XCTestCase {
    func testStackLimits() {
        XCTAssertEqual(Handling.normal.stackLimit, 6)
        XCTAssertEqual(Handling.fragile.stackLimit, 1)
        XCTAssertEqual(Handling.cooled.stackLimit, 3)
        XCTAssertEqual(Handling.hazardous.stackLimit, 2)
    }

    func testStickers() {
        XCTAssertNil(Handling.normal.sticker)
        XCTAssertEqual(Handling.fragile.sticker, "red")
        XCTAssertEqual(Handling.cooled.sticker, "blue")
        XCTAssertEqual(Handling.hazardous.sticker, "orange")
    }

    func testBoxes() throws {
        XCTAssertEqual(try Packing.boxes(for: 10, perBox: 5), 2)
        XCTAssertEqual(try Packing.boxes(for: 11, perBox: 5), 3)
        XCTAssertEqual(try Packing.boxes(for: 0, perBox: 5), 0)
    }

    func testBoxesWithoutCapacity() {
        XCTAssertThrowsError(try Packing.boxes(for: 10, perBox: 0)) {
            XCTAssertEqual($0 as? PackingError, .noCapacity)
        }
        XCTAssertThrowsError(try Packing.boxes(for: 0, perBox: 0)) {
            XCTAssertEqual($0 as? PackingError, .noCapacity)
        }
    }

    func testFill() {
        XCTAssertEqual(Packing.fill(10, perBox: 4), [4, 4, 2])
        XCTAssertEqual(Packing.fill(0, perBox: 4), [])
    }

    func testFillWithoutCapacity() {
        XCTAssertEqual(Packing.fill(10, perBox: 0), [])
        XCTAssertEqual(Packing.fill(3, perBox: -2), [])
    }

    func testCartons() {
        XCTAssertEqual(Packing.cartons(for: 47, sizes: [20, 5, 1]).cartons, [20, 20, 5, 1, 1])
        XCTAssertEqual(Packing.cartons(for: 47, sizes: [20, 5, 1]).loose, 0)
    }

    func testCartonsLeaveSomeLoose() {
        XCTAssertEqual(Packing.cartons(for: 23, sizes: [10]).loose, 3)
        XCTAssertEqual(Packing.cartons(for: 23, sizes: []).loose, 23)
        XCTAssertEqual(Packing.cartons(for: 4, sizes: [0]).cartons, [])
    }

    func testFirstFit() throws {
        XCTAssertEqual(try Packing.firstFit([4, 8, 1, 4], limit: 10), [[4, 1, 4], [8]])
        XCTAssertEqual(try Packing.firstFit([], limit: 10), [])
    }

    func testFirstFitRefusesWhatIsTooHeavy() {
        XCTAssertThrowsError(try Packing.firstFit([4, 11], limit: 10)) {
            XCTAssertEqual($0 as? PackingError, .doesNotFit(11))
        }
    }

    func testWeightByte() {
        XCTAssertEqual(Packing.weightByte(grams: 12_900), 12)
        XCTAssertEqual(Packing.weightByte(grams: 400_000), 255)
        XCTAssertEqual(Packing.weightByte(grams: -5000), 0)
    }
}
