import XCTest

@testable import SessionQuota

final class SessionQuotaValidation: XCTestCase {
    func testExactLimits() {
        for limit in 0...4 {
            let quota = SessionQuota(perUser: limit)
            for index in 0..<8 {
                XCTAssertEqual(quota.open(for: "u") != nil, index < limit)
            }
            XCTAssertEqual(quota.count(of: "u"), limit)
        }
    }

    func testClosingMakesRoomForOne() throws {
        let quota = SessionQuota(perUser: 1)
        let token = try XCTUnwrap(quota.open(for: "u"))
        XCTAssertNil(quota.open(for: "u"))
        XCTAssertTrue(quota.close(token, of: "u"))
        XCTAssertNotNil(quota.open(for: "u"))
        XCTAssertNil(quota.open(for: "u"))
        XCTAssertFalse(quota.close(99, of: "nobody"))
    }
}
