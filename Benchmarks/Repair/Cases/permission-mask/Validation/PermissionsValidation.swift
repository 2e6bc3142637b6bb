import XCTest

@testable import PermissionMask

final class PermissionsValidation: XCTestCase {
    func testRevokeTwice() {
        var access = MemberAccess(role: [.read, .write, .share])
        access.revoke(.share)
        access.revoke(.share)
        XCTAssertEqual(access.mask, 0b011)
    }

    func testRevokeAMixture() {
        var access = MemberAccess(role: [.read, .write])
        access.revoke([.write, .administer])
        XCTAssertEqual(access.mask, 0b00001)
        access.revoke([.read, .write, .invite])
        XCTAssertEqual(access.mask, 0)
    }

    func testGrantAfterRevoke() {
        var access = MemberAccess(role: [])
        access.revoke(.administer)
        XCTAssertEqual(access.mask, 0)
        access.grant(.administer)
        XCTAssertTrue(access.allows(.administer))
        access.grant(.administer)
        XCTAssertEqual(access.mask, 0b10000)
    }

    func testRevokeLeavesTheRest() {
        let all: [Permission] = [.read, .write, .share, .invite, .administer]
        for permission in all {
            var access = MemberAccess(role: Permission(rawValue: 0b11111))
            access.revoke(permission)
            for other in all {
                XCTAssertEqual(access.allows(other), other != permission)
            }
        }
    }

    func testRevokeNothing() {
        var access = MemberAccess(role: [.invite])
        access.revoke([])
        XCTAssertEqual(access.mask, 0b01000)
        XCTAssertTrue(access.allows([]))
    }
}
