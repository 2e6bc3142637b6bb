import XCTest

@testable import PermissionMask

final class PermissionsTests: XCTestCase {
    func testRolePermissions() {
        let access = MemberAccess(role: [.read, .write])
        XCTAssertTrue(access.allows(.read))
        XCTAssertFalse(access.allows(.administer))
    }

    func testGrant() {
        var access = MemberAccess(role: .read)
        access.grant(.share)
        XCTAssertTrue(access.allows([.read, .share]))
    }

    func testRevokeTakesAway() {
        var access = MemberAccess(role: [.read, .write])
        access.revoke(.write)
        XCTAssertFalse(access.allows(.write))
    }

    func testRevokeOfAMissingPermission() {
        var access = MemberAccess(role: [.read])
        access.revoke(.invite)
        XCTAssertFalse(access.allows(.invite))
        XCTAssertTrue(access.allows(.read))
    }

    func testAllowsNeedsEveryPermission() {
        XCTAssertFalse(MemberAccess(role: .read).allows([.read, .write]))
    }
}
