import XCTest

@testable import DeliveryZoneRouting

final class DepotRouterValidation: XCTestCase {
    func testIdleDepotTakesEverythingItCan() throws {
        var router = DepotRouter(depots: [Depot(name: "Solo", zones: ["Z"], capacity: 3, load: 0)])
        for _ in 0..<3 { XCTAssertEqual(try router.route(toZone: "Z"), "Solo") }
        XCTAssertEqual(router.depots[0].load, 3)
        XCTAssertThrowsError(try router.route(toZone: "Z"))
    }

    func testTiesGoToTheFirst() throws {
        var router = DepotRouter(depots: [
            Depot(name: "One", zones: ["Z"], capacity: 2, load: 0),
            Depot(name: "Two", zones: ["Z"], capacity: 2, load: 0),
        ])
        let names = try (0..<4).map { _ in try router.route(toZone: "Z") }
        XCTAssertEqual(names, ["One", "Two", "One", "Two"])
    }

    func testFailuresChangeNothing() {
        var router = DepotRouter(depots: [Depot(name: "Full", zones: ["Z"], capacity: 1, load: 1)])
        let before = router.depots
        XCTAssertThrowsError(try router.route(toZone: "Z")) {
            XCTAssertEqual($0 as? RoutingError, .allFull(zone: "Z"))
        }
        XCTAssertThrowsError(try router.route(toZone: "Q")) {
            XCTAssertEqual($0 as? RoutingError, .unknownZone("Q"))
        }
        XCTAssertEqual(router.depots, before)
    }

    func testOverbookedDepotIsFull() {
        var router = DepotRouter(depots: [Depot(name: "Over", zones: ["Z"], capacity: 1, load: 5)])
        XCTAssertThrowsError(try router.route(toZone: "Z"))
    }

    func testZeroCapacity() {
        var router = DepotRouter(depots: [Depot(name: "None", zones: ["Z"], capacity: 0, load: 0)])
        XCTAssertThrowsError(try router.route(toZone: "Z")) {
            XCTAssertEqual($0 as? RoutingError, .allFull(zone: "Z"))
        }
    }
}
