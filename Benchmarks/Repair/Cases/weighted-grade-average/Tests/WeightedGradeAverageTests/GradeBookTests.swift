import XCTest

@testable import WeightedGradeAverage

final class GradeBookTests: XCTestCase {
    func testWeightsThatAddUpToOne() {
        let book = GradeBook(categories: [
            GradeCategory(name: "Homework", weight: 0.25, scores: [80, 100]),
            GradeCategory(name: "Exam", weight: 0.75, scores: [60]),
        ])
        XCTAssertEqual(book.finalGrade() ?? -1, 67.5, accuracy: 0.0001)
    }

    func testWeightsAreScaledWhenACategoryIsEmpty() {
        let book = GradeBook(categories: [
            GradeCategory(name: "Homework", weight: 0.5, scores: [70]),
            GradeCategory(name: "Exam", weight: 0.5, scores: []),
        ])
        XCTAssertEqual(book.finalGrade() ?? -1, 70, accuracy: 0.0001)
    }

    func testDropsTheLowestScore() {
        let category = GradeCategory(name: "Quiz", weight: 1, scores: [0, 90, 70], dropLowest: 1)
        XCTAssertEqual(category.average, 80)
    }

    func testNoScoresMeanNoGrade() {
        XCTAssertNil(GradeBook(categories: []).finalGrade())
    }

    func testGradeIsCapped() {
        let book = GradeBook(
            categories: [GradeCategory(name: "Exam", weight: 1, scores: [98])], bonusPoints: 5)
        XCTAssertEqual(book.finalGrade(), 100)
    }
}
