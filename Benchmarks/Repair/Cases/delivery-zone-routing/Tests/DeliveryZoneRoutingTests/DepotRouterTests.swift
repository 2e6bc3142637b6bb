import XCTest

@testable import DeliveryZoneRouting

final class DepotRouterTests: XCTestCase {
    private func router() -> DepotRouter {
        DepotRouter(depots: [
            Depot(name: "North", zones: ["A", "B"], capacity: 4, load: 3),
            Depot(name: "South", zones: ["B", "C"], capacity: 3, load: 0),
            Depot(name: "Old", zones: ["D"], capacity: 9, load: 0, isOpen: false),
        ])
    }

    func testPrefersTheDepotWithMostRoom() throws {
        var router = router()
        XCTAssertEqual(try router.route(toZone: "B"), "South")
    }

    func testOnlyDepotOfAZone() throws {
        var router = router()
        XCTAssertEqual(try router.route(toZone: "A"), "North")
    }

    func testFullDepot() throws {
        var router = router()
        _ = try router.route(toZone: "A")
        XCTAssertThrowsError(try router.route(toZone: "A")) {
            XCTAssertEqual($0 as? RoutingError, .allFull(zone: "A"))
        }
    }

    func testClosedDepotsDoNotCount() {
        var router = router()
        XCTAssertThrowsError(try router.route(toZone: "D")) {
            XCTAssertEqual($0 as? RoutingError, .unknownZone("D"))
        }
    }
}
