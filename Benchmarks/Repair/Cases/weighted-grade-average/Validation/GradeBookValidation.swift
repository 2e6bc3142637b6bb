import XCTest

@testable import WeightedGradeAverage

final class GradeBookValidation: XCTestCase {
    private func grade(_ categories: [(Double, [Double])], bonus: Double = 0) -> Double? {
        GradeBook(
            categories: categories.map { GradeCategory(name: "c", weight: $0.0, scores: $0.1) },
            bonusPoints: bonus
        ).finalGrade()
    }

    func testPercentWeights() {
        XCTAssertEqual(grade([(40, [50]), (60, [100])]) ?? -1, 80, accuracy: 0.0001)
        XCTAssertEqual(grade([(2, [30]), (1, [60])]) ?? -1, 40, accuracy: 0.0001)
        XCTAssertEqual(grade([(3, [10, 20])]) ?? -1, 15, accuracy: 0.0001)
    }

    func testScaledWeights() {
        XCTAssertEqual(grade([(0.2, [90]), (0.8, [])]) ?? -1, 90, accuracy: 0.0001)
        XCTAssertEqual(grade([(0.2, [90]), (0.3, [40]), (0.5, [])]) ?? -1, 60, accuracy: 0.0001)
    }

    func testBonus() {
        XCTAssertEqual(grade([(0.5, [60])], bonus: 2.5) ?? -1, 62.5, accuracy: 0.0001)
        XCTAssertEqual(grade([(1, [100])], bonus: 3), 100)
        XCTAssertEqual(grade([(4, [0])], bonus: 3) ?? -1, 3, accuracy: 0.0001)
    }

    func testNothingToGrade() {
        XCTAssertNil(grade([]))
        XCTAssertNil(grade([(1, [])]))
        XCTAssertNil(grade([(0, [50])]))
    }

    func testAllScoresDropped() {
        XCTAssertNil(GradeCategory(name: "q", weight: 1, scores: [5], dropLowest: 3).average)
    }
}
