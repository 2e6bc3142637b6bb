import XCTest

@testable import BuildOrderPlanner

final class BuildPlannerValidation: XCTestCase {
    func testChain() throws {
        var planner = BuildPlanner()
        for index in 0..<8 { planner.add("t\(index)", dependsOn: "t\(index + 1)") }
        XCTAssertEqual(try planner.order(), (0...8).reversed().map { "t\($0)" })
    }

    func testDiamond() throws {
        var planner = BuildPlanner()
        planner.add("top", dependsOn: "left", "right")
        planner.add("left", dependsOn: "base")
        planner.add("right", dependsOn: "base")
        XCTAssertEqual(try planner.order(), ["base", "left", "right", "top"])
    }

    func testCycleReportLeavesOutWhatIsFine() {
        var planner = BuildPlanner()
        planner.add("fine", dependsOn: "lib")
        planner.add("x", dependsOn: "y", "lib")
        planner.add("y", dependsOn: "z")
        planner.add("z", dependsOn: "x")
        planner.add("user", dependsOn: "x")
        XCTAssertThrowsError(try planner.order()) {
            XCTAssertEqual($0 as? DependencyCycle, DependencyCycle(targets: ["user", "x", "y", "z"]))
        }
    }

    func testSelfDependency() {
        var planner = BuildPlanner()
        planner.add("a", dependsOn: "a")
        XCTAssertThrowsError(try planner.order()) {
            XCTAssertEqual($0 as? DependencyCycle, DependencyCycle(targets: ["a"]))
        }
    }

    func testOrderRespectsEveryEdge() throws {
        var planner = BuildPlanner()
        var edges: [(String, String)] = []
        for index in 1..<20 {
            let pair = ("n\(index)", "n\(index / 2)")
            edges.append(pair)
            planner.add(pair.0, dependsOn: pair.1)
        }
        let order = try planner.order()
        XCTAssertEqual(order.count, 20)
        for (target, dependency) in edges {
            let first = try XCTUnwrap(order.firstIndex(of: dependency))
            let second = try XCTUnwrap(order.firstIndex(of: target))
            XCTAssertLessThan(first, second)
        }
    }

    func testAddedTwice() throws {
        var planner = BuildPlanner()
        planner.add("a", dependsOn: "b")
        planner.add("a", dependsOn: "c", "b")
        XCTAssertEqual(try planner.order(), ["b", "c", "a"])
    }
}
