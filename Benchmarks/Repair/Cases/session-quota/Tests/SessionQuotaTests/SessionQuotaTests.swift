import XCTest

@testable import SessionQuota

final class SessionQuotaTests: XCTestCase {
    func testTokensDiffer() {
        let quota = SessionQuota(perUser: 3)
        XCTAssertNotEqual(quota.open(for: "ann"), quota.open(for: "ann"))
    }

    func testManySessionsAreRefused() {
        let quota = SessionQuota(perUser: 2)
        let tokens = (0..<10).map { _ in quota.open(for: "ann") }
        XCTAssertNil(tokens.last ?? 1)
    }

    func testClosing() throws {
        let quota = SessionQuota(perUser: 2)
        let token = try XCTUnwrap(quota.open(for: "ann"))
        XCTAssertTrue(quota.close(token, of: "ann"))
        XCTAssertFalse(quota.close(token, of: "ann"))
        XCTAssertEqual(quota.count(of: "ann"), 0)
    }

    func testUsersAreCountedApart() {
        let quota = SessionQuota(perUser: 1)
        XCTAssertNotNil(quota.open(for: "ann"))
        XCTAssertNotNil(quota.open(for: "bob"))
    }
}
