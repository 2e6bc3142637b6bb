import XCTest

@testable import CrcChecksum

final class ChecksumTests: XCTestCase {
    func testEmptyMessage() {
        XCTAssertEqual(Checksum.crc8([]), 0)
    }

    func testOneByte() {
        XCTAssertEqual(Checksum.crc8([0x01]), 0x07)
    }

    func testCheckValue() {
        XCTAssertEqual(Checksum.crc8(Array("123456789".utf8)), 0xF4)
    }

    func testDamagedFrames() {
        let good = Checksum.frame([1])
        let bad = Frame(payload: [2], checksum: good.checksum)
        XCTAssertEqual(Checksum.intact([good, bad]), [[1]])
    }
}
