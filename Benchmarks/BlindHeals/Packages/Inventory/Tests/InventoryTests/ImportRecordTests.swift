import XCTest

@testable import Inventory

final class ImportRecordTests: XCTestCase {
    func testValue() throws {
        let record = ImportRecord(["name": "bolt", "price": 25])
        XCTAssertEqual(try record.value("name", as: String.self), "bolt")
        XCTAssertEqual(try record.value("price", as: Int.self), 25)
    }

    func testValueOfAnotherType() {
        let record = ImportRecord(["name": "bolt", "price": 25])
        XCTAssertThrowsError(try record.value("name", as: Int.self)) {
            XCTAssertEqual($0 as? ImportError, .wrongType("name"))
        }
        XCTAssertThrowsError(try record.value("price", as: [String].self)) {
            XCTAssertEqual($0 as? ImportError, .wrongType("price"))
        }
    }

    func testName() {
        XCTAssertEqual(ImportRecord(["name": "bolt"]).name, "bolt")
        XCTAssertEqual(ImportRecord(["name": 5]).name, "-")
        XCTAssertEqual(ImportRecord(["name": ["bolt"]]).name, "-")
    }

    func testQuantity() {
        XCTAssertEqual(ImportRecord(["quantity": 12]).quantity, 12)
        XCTAssertEqual(ImportRecord(["quantity": "12"]).quantity, 12)
    }

    func testQuantityThatCannotBeRead() {
        XCTAssertNil(ImportRecord(["quantity": "dozen"]).quantity)
        XCTAssertNil(ImportRecord(["quantity": [12]]).quantity)
        XCTAssertNil(ImportRecord(["quantity": true]).quantity)
    }

    func testPalletSpaces() throws {
        XCTAssertEqual(try ImportRecord(["pallets": 400]).palletSpaces(), 400)
    }

    func testPalletSpacesOutOfRange() {
        XCTAssertThrowsError(try ImportRecord(["pallets": 70_000]).palletSpaces()) {
            XCTAssertEqual($0 as? ImportError, .outOfRange("pallets"))
        }
        XCTAssertThrowsError(try ImportRecord(["pallets": -1]).palletSpaces()) {
            XCTAssertEqual($0 as? ImportError, .outOfRange("pallets"))
        }
    }

    func testGrams() {
        XCTAssertEqual(ImportRecord(["weight": 1.25]).grams, 1250)
        XCTAssertNil(ImportRecord(["weight": "light"]).grams)
        XCTAssertNil(ImportRecord(["weight": [1.5]]).grams)
    }

    func testGramsOfAnUnusableWeight() {
        XCTAssertNil(ImportRecord(["weight": Double.nan]).grams)
        XCTAssertNil(ImportRecord(["weight": -Double.infinity]).grams)
        XCTAssertNil(ImportRecord(["weight": 1e40]).grams)
    }

    func testRecordsInAFeed() {
        let feed: [Any] = [["name": "bolt"], "comment", 5, ["name": "nut"]]
        XCTAssertEqual(ImportRecord.records(in: feed).map(\.name), ["bolt", "nut"])
        XCTAssertEqual(ImportRecord.records(in: ["comment"]).count, 0)
    }

    func testTotalQuantity() {
        let feed: [Any] = [["quantity": 5], ["quantity": "7"], ["name": "nut"], ["quantity": "many"]]
        XCTAssertEqual(ImportRecord.totalQuantity(in: feed), 12)
        XCTAssertEqual(ImportRecord.totalQuantity(in: []), 0)
    }
}
