import XCTest

@testable import BuildOrderPlanner

final class BuildPlannerTests: XCTestCase {
    func testIndependentTargets() throws {
        var planner = BuildPlanner()
        planner.add("b")
        planner.add("a")
        XCTAssertEqual(try planner.order(), ["a", "b"])
    }

    func testDependenciesComeFirst() throws {
        var planner = BuildPlanner()
        planner.add("app", dependsOn: "ui", "core")
        planner.add("ui", dependsOn: "core")
        XCTAssertEqual(try planner.order(), ["core", "ui", "app"])
    }

    func testCycle() {
        var planner = BuildPlanner()
        planner.add("a", dependsOn: "b")
        planner.add("b", dependsOn: "a")
        XCTAssertThrowsError(try planner.order()) {
            XCTAssertEqual($0 as? DependencyCycle, DependencyCycle(targets: ["a", "b"]))
        }
    }

    func testNothingToBuild() throws {
        XCTAssertEqual(try BuildPlanner().order(), [])
    }
}
