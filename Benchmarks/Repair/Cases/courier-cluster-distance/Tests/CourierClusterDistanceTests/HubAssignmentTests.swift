import XCTest

@testable import CourierClusterDistance

final class HubAssignmentTests: XCTestCase {
    private let assignment = HubAssignment(hubs: [GridPoint(x: 0, y: 0), GridPoint(x: 10, y: 10)])

    func testBlocks() {
        XCTAssertEqual(GridPoint(x: 1, y: 7).blocks(to: GridPoint(x: 4, y: 2)), 8)
        XCTAssertEqual(GridPoint(x: 3, y: 3).blocks(to: GridPoint(x: 3, y: 3)), 0)
    }

    func testNearestHub() {
        XCTAssertEqual(assignment.nearestHub(to: GridPoint(x: 1, y: 2)), 0)
        XCTAssertEqual(assignment.nearestHub(to: GridPoint(x: 9, y: 9)), 1)
    }

    func testGroups() {
        let couriers = [GridPoint(x: 0, y: 1), GridPoint(x: 11, y: 9), GridPoint(x: 2, y: 0)]
        XCTAssertEqual(assignment.groups(of: couriers), [0: [0, 2], 1: [1]])
    }

    func testLongestWay() {
        XCTAssertEqual(assignment.longestWay(of: [GridPoint(x: 0, y: 3), GridPoint(x: 8, y: 10)]), 3)
    }

    func testNoHubs() {
        XCTAssertNil(HubAssignment(hubs: []).nearestHub(to: GridPoint(x: 0, y: 0)))
        XCTAssertEqual(HubAssignment(hubs: []).longestWay(of: [GridPoint(x: 5, y: 5)]), 0)
    }
}
