import XCTest

@testable import MazeShortestPath

final class MazeValidation: XCTestCase {
    func testClosedMazes() {
        XCTAssertNil(Maze(["....", ".S..", "....", "####", "E..."]).fewestSteps())
        XCTAssertNil(Maze(["S#E"]).fewestSteps())
        XCTAssertNil(Maze(["S.......", "########", ".......E"]).fewestSteps())
        XCTAssertNil(Maze(["#####", "#S.##", "#..#E"]).fewestSteps())
    }

    func testOpenField() {
        for size in 2...7 {
            var lines = Array(repeating: String(repeating: ".", count: size), count: size)
            lines[0] = "S" + lines[0].dropFirst()
            lines[size - 1] = lines[size - 1].dropLast() + "E"
            XCTAssertEqual(Maze(lines).fewestSteps(), 2 * (size - 1))
        }
    }

    func testSpiral() {
        let maze = Maze(["S.......", "#######.", "E.....#.", ".####.#.", ".#....#.", "........"])
        XCTAssertEqual(maze.fewestSteps(), 22)
    }

    func testNeighboursAndRaggedLines() {
        XCTAssertEqual(Maze(["SE"]).fewestSteps(), 1)
        XCTAssertEqual(Maze(["S", "..", "E"]).fewestSteps(), 2)
        XCTAssertNil(Maze(["E"]).fewestSteps())
        XCTAssertNil(Maze([]).fewestSteps())
    }

    func testTwoWays() {
        XCTAssertEqual(Maze(["..E..", ".###.", "..S#.", "....."]).fewestSteps(), 6)
    }
}
