import XCTest

@testable import CrcChecksum

final class ChecksumValidation: XCTestCase {
    func testKnownValues() {
        XCTAssertEqual(Checksum.crc8([0x80]), 0x89)
        XCTAssertEqual(Checksum.crc8([0xFF]), 0xF3)
        XCTAssertEqual(Checksum.crc8([0x00, 0x00]), 0x00)
        XCTAssertEqual(Checksum.crc8([0xFF, 0xFF]), 0x24)
        XCTAssertEqual(Checksum.crc8([0x01, 0x02]), 0x1B)
    }

    func testMessageWithItsChecksumGivesZero() {
        for seed in 0..<20 {
            let message = (0..<10).map { UInt8(($0 * 37 + seed * 11) % 256) }
            XCTAssertEqual(Checksum.crc8(message + [Checksum.crc8(message)]), 0)
        }
    }

    func testLinearity() {
        let a: [UInt8] = [3, 77, 190, 12]
        let b: [UInt8] = [200, 5, 66, 255]
        XCTAssertEqual(Checksum.crc8(zip(a, b).map { $0 ^ $1 }), Checksum.crc8(a) ^ Checksum.crc8(b))
    }

    func testSingleBitErrorsAreFound() {
        let message: [UInt8] = [10, 20, 30]
        for bit in 0..<24 {
            var damaged = message
            damaged[bit / 8] ^= 1 << UInt8(bit % 8)
            XCTAssertNotEqual(Checksum.crc8(damaged), Checksum.crc8(message))
        }
        XCTAssertEqual(Checksum.intact([Checksum.frame(message)]), [message])
    }
}
