import XCTest

@testable import Inventory

final class SKUTests: XCTestCase {
    func testParsing() throws {
        let sku = try SKU(parsing: "bolt-0042-6")
        XCTAssertEqual(sku.family, "BOLT")
        XCTAssertEqual(sku.serial, 42)
    }

    func testParsingRejectsWrongShape() {
        XCTAssertThrowsError(try SKU(parsing: "BOLT-0042")) {
            XCTAssertEqual($0 as? SKUError, .malformed("BOLT-0042"))
        }
        XCTAssertThrowsError(try SKU(parsing: "")) {
            XCTAssertEqual($0 as? SKUError, .malformed(""))
        }
    }

    func testParsingRejectsLetters() {
        XCTAssertThrowsError(try SKU(parsing: "BOLT-four-4")) {
            XCTAssertEqual($0 as? SKUError, .malformed("BOLT-four-4"))
        }
        XCTAssertThrowsError(try SKU(parsing: "BOLT-0042-x")) {
            XCTAssertEqual($0 as? SKUError, .malformed("BOLT-0042-x"))
        }
    }

    func testParsingRejectsWrongCheckDigit() {
        XCTAssertThrowsError(try SKU(parsing: "BOLT-0042-7")) {
            XCTAssertEqual($0 as? SKUError, .wrongCheckDigit("BOLT-0042-7"))
        }
        XCTAssertThrowsError(try SKU(parsing: "NUT-11-0")) {
            XCTAssertEqual($0 as? SKUError, .wrongCheckDigit("NUT-11-0"))
        }
    }

    func testCheckDigit() {
        XCTAssertEqual(SKU(family: "BOLT", serial: 1234).checkDigit, 0)
        XCTAssertEqual(SKU(family: "BOLT", serial: 0).checkDigit, 0)
        XCTAssertEqual(SKU(family: "BOLT", serial: 99).checkDigit, 8)
    }

    func testPrintedFillsUpToFourDigits() {
        XCTAssertEqual(SKU(family: "BOLT", serial: 42).printed, "BOLT-0042-6")
        XCTAssertEqual(SKU(family: "NUT", serial: 7).printed, "NUT-0007-7")
    }

    func testPrintedKeepsLongSerials() {
        XCTAssertEqual(SKU(family: "BOLT", serial: 12345).printed, "BOLT-12345-5")
        XCTAssertEqual(SKU(family: "BOLT", serial: 1_000_000).printed, "BOLT-1000000-1")
    }

    func testShelfLetter() {
        XCTAssertEqual(SKU(family: "NUT", serial: 1).shelfLetter, "N")
        XCTAssertEqual(SKU(family: "", serial: 1).shelfLetter, "?")
    }

    func testScanLeavesOutWhatItCannotRead() {
        XCTAssertEqual(SKU.scan("BOLT-0042-6 NUT-0007-7").count, 2)
        XCTAssertEqual(SKU.scan("hello BOLT-0042-6"), [SKU(family: "BOLT", serial: 42)])
        XCTAssertEqual(SKU.scan("NUT-0007-1"), [])
    }
}
