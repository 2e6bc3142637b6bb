import Testing

@testable import CheapestRoute

@Suite struct RouteNetworkValidation {
    @Test func agrees_with_relaxation_of_all_edges() {
        let nodes = (0..<9).map { "n\($0)" }
        var network = RouteNetwork()
        var distances = Array(repeating: Array(repeating: Int.max / 4, count: 9), count: 9)
        for i in 0..<9 {
            distances[i][i] = 0
            for step in [1, 2, 5] {
                let j = (i * step + step) % 9
                let distance = (i * 7 + step * 11) % 13 + 1
                network.connect(nodes[i], to: nodes[j], distance: distance)
                distances[i][j] = min(distances[i][j], distance)
            }
        }
        for k in 0..<9 {
            for i in 0..<9 {
                for j in 0..<9 { distances[i][j] = min(distances[i][j], distances[i][k] + distances[k][j]) }
            }
        }
        for i in 0..<9 {
            for j in 0..<9 {
                let expected = distances[i][j] >= Int.max / 4 ? nil : distances[i][j]
                #expect(network.shortestRoute(from: nodes[i], to: nodes[j])?.distance == expected)
            }
        }
    }

    @Test func a_short_last_leg_does_not_win_by_itself() {
        var network = RouteNetwork()
        network.connect("S", to: "T", distance: 5)
        network.connect("S", to: "M", distance: 4)
        network.connect("M", to: "T", distance: 2)
        let route = network.shortestRoute(from: "S", to: "T")
        #expect(route?.stops == ["S", "T"])
        #expect(route?.distance == 5)
    }

    @Test func a_long_last_leg_can_win() {
        var network = RouteNetwork()
        network.connect("S", to: "T", distance: 10)
        network.connect("S", to: "M", distance: 1)
        network.connect("M", to: "T", distance: 8)
        #expect(network.shortestRoute(from: "S", to: "T")?.stops == ["S", "M", "T"])
        #expect(network.shortestRoute(from: "S", to: "T")?.distance == 9)
    }

    @Test func zero_distances_and_unknown_places() {
        var network = RouteNetwork()
        network.connect("a", to: "b", distance: 0)
        network.connect("b", to: "c", distance: 0)
        #expect(network.shortestRoute(from: "a", to: "c")?.distance == 0)
        #expect(network.shortestRoute(from: "x", to: "a") == nil)
        #expect(network.shortestRoute(from: "x", to: "x")?.distance == 0)
    }
}
