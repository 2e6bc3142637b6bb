import Logic
import XCTest

final class RatioTests: XCTestCase {
    func testAPercentageIsRoundedTowardsZero() throws {
        XCTAssertEqual(try Ratio.percentage(of: 1, in: 4), 25)
        XCTAssertEqual(try Ratio.percentage(of: 2, in: 3), 66)
        XCTAssertEqual(try Ratio.percentage(of: -1, in: 3), -33)
    }

    func testAPercentageOfAnEmptyTotalIsRefused() {
        XCTAssertThrowsError(try Ratio.percentage(of: 5, in: 0)) {
            XCTAssertEqual($0 as? RatioError, .emptyTotal)
        }
        XCTAssertThrowsError(try Ratio.percentage(of: 0, in: 0)) {
            XCTAssertEqual($0 as? RatioError, .emptyTotal)
        }
    }

    func testAPartTooLargeToScaleIsRefused() {
        XCTAssertThrowsError(try Ratio.percentage(of: Int.max, in: 7)) {
            XCTAssertEqual($0 as? RatioError, .tooLarge)
        }
        XCTAssertThrowsError(try Ratio.percentage(of: Int.max / 50, in: 3)) {
            XCTAssertEqual($0 as? RatioError, .tooLarge)
        }
    }

    func testGrowthIsRelativeToTheOldValue() {
        XCTAssertEqual(Ratio.growth(from: 200, to: 250), 25)
        XCTAssertEqual(Ratio.growth(from: 40, to: 10), -75)
    }

    func testThereIsNoGrowthFromNothing() {
        XCTAssertNil(Ratio.growth(from: 0, to: 5))
        XCTAssertNil(Ratio.growth(from: 0, to: 12))
        XCTAssertNil(Ratio.growth(from: -3, to: 4))
    }

    func testGrowthBeyondAnIntIsNil() {
        XCTAssertNil(Ratio.growth(from: 1, to: Int.max))
        XCTAssertNil(Ratio.growth(from: 2, to: Int.max / 3))
        XCTAssertNil(Ratio.growth(from: Int.max, to: Int.min))
    }

    func testSharesFollowTheWeights() {
        XCTAssertEqual(Ratio.shares(of: 100, weights: [1, 3]), [25, 75])
        XCTAssertEqual(Ratio.shares(of: 100, weights: [1, 1, 1]), [34, 33, 33])
    }

    func testThereAreNoSharesWithoutWeight() {
        XCTAssertEqual(Ratio.shares(of: 100, weights: []), [])
        XCTAssertEqual(Ratio.shares(of: 30, weights: [0, 0]), [])
    }

    func testTheGreatestCommonDivisorIsFoundByEuclid() {
        XCTAssertEqual(Ratio.greatestCommonDivisor(12, 18), 6)
        XCTAssertEqual(Ratio.greatestCommonDivisor(7, 0), 7)
        XCTAssertEqual(Ratio.greatestCommonDivisor(35, 64), 1)
    }

    func testARatioIsWrittenInLowestTerms() {
        XCTAssertEqual(Ratio.simplified(1920, 1080), "16:9")
        XCTAssertEqual(Ratio.simplified(5, 5), "1:1")
    }

    func testARatioNeedsTwoPositiveSides() {
        XCTAssertNil(Ratio.simplified(0, 0))
        XCTAssertNil(Ratio.simplified(0, 5))
        XCTAssertNil(Ratio.simplified(4, -2))
    }
}
