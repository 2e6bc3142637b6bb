import XCTest

@testable import Inventory

final class BillOfMaterialsTests: XCTestCase {
    private let bill = BillOfMaterials([
        "bike": [Component("wheel", count: 2), Component("frame")],
        "wheel": [Component("spoke", count: 32), Component("rim")],
    ])
    private let circle = BillOfMaterials([
        "egg": [Component("hen")], "hen": [Component("egg", count: 3)], "box": [Component("box")],
    ])

    func testPartCount() throws {
        XCTAssertEqual(try bill.partCount(of: "bike"), 67)
        XCTAssertEqual(try bill.partCount(of: "rim"), 1)
    }

    func testPartCountOfACircle() {
        XCTAssertThrowsError(try circle.partCount(of: "egg")) {
            XCTAssertEqual($0 as? MaterialError, .circular("egg"))
        }
        XCTAssertThrowsError(try circle.partCount(of: "box")) {
            XCTAssertEqual($0 as? MaterialError, .circular("box"))
        }
    }

    func testCost() throws {
        let prices = ["frame": 9000, "spoke": 10, "rim": 500]
        XCTAssertEqual(try bill.cost(of: "bike", prices: prices), 10_640)
        XCTAssertEqual(try bill.cost(of: "rim", prices: prices), 500)
    }

    func testCostWithoutAPrice() {
        XCTAssertThrowsError(try bill.cost(of: "bike", prices: ["spoke": 10, "rim": 500])) {
            XCTAssertEqual($0 as? MaterialError, .noPrice("frame"))
        }
        XCTAssertThrowsError(try bill.cost(of: "bell", prices: [:])) {
            XCTAssertEqual($0 as? MaterialError, .noPrice("bell"))
        }
    }

    func testPartsBelow() {
        XCTAssertEqual(bill.parts(below: "bike", depth: 1), ["wheel", "frame"])
        XCTAssertEqual(bill.parts(below: "bike", depth: 5), ["wheel", "frame", "spoke", "rim"])
        XCTAssertEqual(bill.parts(below: "bike", depth: 0), [])
    }

    func testPartsBelowACircle() {
        XCTAssertEqual(circle.parts(below: "egg", depth: 4), ["egg", "hen"])
        XCTAssertEqual(circle.parts(below: "box", depth: 2), ["box"])
    }

    func testLevels() {
        XCTAssertEqual(bill.levels(of: "bike"), 2)
        XCTAssertEqual(bill.levels(of: "rim"), 0)
        XCTAssertEqual(BillOfMaterials(["kit": []]).levels(of: "kit"), 1)
    }

    func testLevelsOfACircle() {
        XCTAssertEqual(circle.levels(of: "egg"), 2)
        XCTAssertEqual(circle.levels(of: "box"), 1)
    }
}
