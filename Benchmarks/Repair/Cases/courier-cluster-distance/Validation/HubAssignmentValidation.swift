import XCTest

@testable import CourierClusterDistance

final class HubAssignmentValidation: XCTestCase {
    func testBlocksInEveryDirection() {
        let centre = GridPoint(x: 0, y: 0)
        for (x, y, blocks) in [
            (3, 0, 3), (-3, 0, 3), (0, 3, 3), (0, -3, 3), (-2, -2, 4), (2, -5, 7), (-4, 1, 5),
        ] {
            XCTAssertEqual(centre.blocks(to: GridPoint(x: x, y: y)), blocks)
            XCTAssertEqual(GridPoint(x: x, y: y).blocks(to: centre), blocks)
        }
    }

    func testTiesGoToTheFirstHub() {
        let assignment = HubAssignment(hubs: [GridPoint(x: 0, y: 4), GridPoint(x: 4, y: 0)])
        XCTAssertEqual(assignment.nearestHub(to: GridPoint(x: 0, y: 0)), 0)
        XCTAssertEqual(assignment.nearestHub(to: GridPoint(x: 4, y: 4)), 0)
        XCTAssertEqual(assignment.nearestHub(to: GridPoint(x: 5, y: 3)), 1)
    }

    func testHubsBelowAndAbove() {
        let assignment = HubAssignment(hubs: [GridPoint(x: 0, y: -20), GridPoint(x: 0, y: 6)])
        XCTAssertEqual(assignment.nearestHub(to: GridPoint(x: 0, y: 0)), 1)
        XCTAssertEqual(assignment.nearestHub(to: GridPoint(x: 0, y: -15)), 0)
        XCTAssertEqual(assignment.longestWay(of: [GridPoint(x: 0, y: 0), GridPoint(x: 1, y: -30)]), 11)
    }

    func testNobody() {
        XCTAssertEqual(HubAssignment(hubs: [GridPoint(x: 0, y: 0)]).groups(of: []), [:])
        XCTAssertEqual(HubAssignment(hubs: [GridPoint(x: 0, y: 0)]).longestWay(of: []), 0)
    }
}
