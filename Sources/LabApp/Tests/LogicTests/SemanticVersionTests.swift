import Logic
import XCTest

final class SemanticVersionTests: XCTestCase {
    func testAVersionIsReadAndWritten() throws {
        XCTAssertEqual(try SemanticVersion("1.4.2"), SemanticVersion(1, 4, 2))
        XCTAssertEqual(SemanticVersion(10, 0, 3).description, "10.0.3")
    }

    func testAVersionHasThreeParts() {
        XCTAssertThrowsError(try SemanticVersion("1.4")) {
            XCTAssertEqual($0 as? VersionError, .wrongLength("1.4"))
        }
        XCTAssertThrowsError(try SemanticVersion("")) {
            XCTAssertEqual($0 as? VersionError, .wrongLength(""))
        }
        XCTAssertThrowsError(try SemanticVersion("1.2.3.4")) {
            XCTAssertEqual($0 as? VersionError, .wrongLength("1.2.3.4"))
        }
    }

    func testThePartsOfAVersionAreNumbers() {
        XCTAssertThrowsError(try SemanticVersion("1.x.2")) {
            XCTAssertEqual($0 as? VersionError, .notANumber("x"))
        }
        XCTAssertThrowsError(try SemanticVersion("1.2.-3")) {
            XCTAssertEqual($0 as? VersionError, .notANumber("-3"))
        }
    }

    func testVersionsAreComparedPartByPart() {
        XCTAssertLessThan(SemanticVersion(1, 9, 0), SemanticVersion(1, 10, 0))
        XCTAssertLessThan(SemanticVersion(1, 2, 3), SemanticVersion(2, 0, 0))
        XCTAssertFalse(SemanticVersion(1, 2, 3) < SemanticVersion(1, 2, 3))
    }

    func testAReleaseResetsTheSmallerParts() {
        XCTAssertEqual(SemanticVersion(1, 2, 3).next(.major), SemanticVersion(2, 0, 0))
        XCTAssertEqual(SemanticVersion(1, 2, 3).next(.minor), SemanticVersion(1, 3, 0))
        XCTAssertEqual(SemanticVersion(1, 2, 3).next(.patch), SemanticVersion(1, 2, 4))
    }

    func testAVersionBetweenTwoOthersIsSupported() {
        let version = SemanticVersion(1, 5, 0)
        XCTAssertTrue(version.isSupported(from: SemanticVersion(1, 0, 0), to: SemanticVersion(2, 0, 0)))
        XCTAssertFalse(version.isSupported(from: SemanticVersion(1, 6, 0), to: SemanticVersion(2, 0, 0)))
    }

    func testNothingIsSupportedBetweenSwappedVersions() {
        let version = SemanticVersion(1, 5, 0)
        XCTAssertFalse(version.isSupported(from: SemanticVersion(2, 0, 0), to: SemanticVersion(1, 0, 0)))
        XCTAssertFalse(version.isSupported(from: SemanticVersion(1, 5, 1), to: SemanticVersion(1, 5, 0)))
    }

    func testTheNewestVersionWins() {
        XCTAssertEqual(SemanticVersion.newest(of: ["1.2.3", "1.10.0"]), SemanticVersion(1, 10, 0))
        XCTAssertEqual(SemanticVersion.newest(of: ["latest", "0.1.0"]), SemanticVersion(0, 1, 0))
        XCTAssertNil(SemanticVersion.newest(of: ["latest"]))
    }

    func testANewerVersionOutdates() {
        XCTAssertTrue(SemanticVersion(1, 2, 3).isOutdated(by: "1.2.4"))
        XCTAssertFalse(SemanticVersion(1, 2, 3).isOutdated(by: "1.2.3"))
    }

    func testWhatIsNoVersionOutdatesNothing() {
        XCTAssertFalse(SemanticVersion(1, 2, 3).isOutdated(by: "latest"))
        XCTAssertFalse(SemanticVersion(0, 1, 0).isOutdated(by: "9"))
    }
}
