import Testing

@testable import CheapestRoute

@Suite struct RouteNetworkTests {
    private func network() -> RouteNetwork {
        var network = RouteNetwork()
        network.connect("A", to: "B", distance: 4)
        network.connect("A", to: "C", distance: 1)
        network.connect("C", to: "B", distance: 2)
        network.connect("B", to: "D", distance: 5)
        return network
    }

    @Test func a_detour_can_be_shorter() {
        let route = network().shortestRoute(from: "A", to: "B")
        #expect(route?.distance == 3)
        #expect(route?.stops == ["A", "C", "B"])
    }

    @Test func a_direct_edge_can_be_shorter() {
        var network = network()
        network.connect("B", to: "E", distance: 7)
        network.connect("D", to: "E", distance: 6)
        #expect(network.shortestRoute(from: "B", to: "E")?.distance == 7)
    }

    @Test func the_start_is_its_own_goal() {
        #expect(network().shortestRoute(from: "A", to: "A")?.stops == ["A"])
    }

    @Test func edges_are_directed() {
        #expect(network().shortestRoute(from: "D", to: "A") == nil)
    }
}
