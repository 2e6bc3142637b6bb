import XCTest

@testable import PrimeSieve

final class PrimeSieveValidation: XCTestCase {
    private func isPrimeByTrial(_ number: Int) -> Bool {
        guard number > 1 else { return false }
        return !(2..<number).contains { number % $0 == 0 }
    }

    func testEveryLimitUpToSixty() {
        for limit in 2...60 {
            let sieve = PrimeSieve(limit: limit)
            XCTAssertEqual(sieve.primes, (0...limit).filter(isPrimeByTrial))
            XCTAssertEqual(sieve.isPrime(limit), isPrimeByTrial(limit))
        }
    }

    func testSquaresAreComposite() {
        for root in [2, 3, 5, 7, 11] {
            XCTAssertFalse(PrimeSieve(limit: root * root).isPrime(root * root))
        }
    }

    func testTinyLimits() {
        XCTAssertEqual(PrimeSieve(limit: 2).primes, [2])
        XCTAssertEqual(PrimeSieve(limit: 1).primes, [])
        XCTAssertEqual(PrimeSieve(limit: 0).primes, [])
        XCTAssertEqual(PrimeSieve(limit: -7).primes, [])
        XCTAssertNil(PrimeSieve(limit: 2).widestGap)
        XCTAssertEqual(PrimeSieve(limit: 3).widestGap, 1)
    }

    func testOutOfRangeQuestions() {
        let sieve = PrimeSieve(limit: 10)
        XCTAssertFalse(sieve.isPrime(-3))
        XCTAssertFalse(sieve.isPrime(11))
    }
}
