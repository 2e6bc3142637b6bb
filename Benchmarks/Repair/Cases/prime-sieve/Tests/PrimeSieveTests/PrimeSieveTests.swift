import XCTest

@testable import PrimeSieve

final class PrimeSieveTests: XCTestCase {
    func testPrimesUpToTwenty() {
        XCTAssertEqual(PrimeSieve(limit: 20).primes, [2, 3, 5, 7, 11, 13, 17, 19])
    }

    func testLimitThatIsPrime() {
        XCTAssertTrue(PrimeSieve(limit: 13).isPrime(13))
    }

    func testSmallNumbersAreNotPrime() {
        XCTAssertFalse(PrimeSieve(limit: 3).isPrime(0))
        XCTAssertFalse(PrimeSieve(limit: 3).isPrime(1))
    }

    func testNumbersBeyondTheLimitAreNotKnown() {
        XCTAssertFalse(PrimeSieve(limit: 5).isPrime(7))
    }

    func testWidestGap() {
        XCTAssertEqual(PrimeSieve(limit: 30).widestGap, 6)
    }
}
