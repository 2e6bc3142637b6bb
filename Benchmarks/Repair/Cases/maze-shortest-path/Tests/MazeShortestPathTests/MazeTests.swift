import XCTest

@testable import MazeShortestPath

final class MazeTests: XCTestCase {
    func testStraightWay() {
        XCTAssertEqual(Maze(["S..E"]).fewestSteps(), 3)
    }

    func testAroundAWall() {
        XCTAssertEqual(Maze(["S#E", "..."]).fewestSteps(), 4)
    }

    func testNoWay() {
        XCTAssertNil(Maze(["S.#E", "..##"]).fewestSteps())
    }

    func testNoExit() {
        XCTAssertNil(Maze(["S.."]).fewestSteps())
    }
}
