/// A directed network with distances that are not negative.
struct RouteNetwork {
    private var edges: [String: [(target: String, distance: Int)]] = [:]

    mutating func connect(_ source: String, to target: String, distance: Int) {
        precondition(distance >= 0, "a distance is not negative")
        edges[source, default: []].append((target, distance))
    }

    /// The shortest route and its length, or nil when the target cannot be reached (Dijkstra, 1959).
    func shortestRoute(from start: String, to goal: String) -> (stops: [String], distance: Int)? {
        var distances = [start: 0]
        var previous: [String: String] = [:]
        var settled: Set<String> = []
        while let current = nearest(in: distances, excluding: settled) {
            if current == goal { break }
            settled.insert(current)
            let base = distances[current] ?? 0
            for edge in edges[current] ?? [] where !settled.contains(edge.target) {
                let candidate = base + edge.distance
                if edge.distance < distances[edge.target] ?? Int.max {
                    distances[edge.target] = candidate
                    previous[edge.target] = current
                }
            }
        }
        guard let total = distances[goal] else { return nil }
        var stops = [goal]
        while let before = previous[stops[0]] {
            stops.insert(before, at: 0)
        }
        return (stops, total)
    }

    private func nearest(in distances: [String: Int], excluding settled: Set<String>) -> String? {
        distances.filter { !settled.contains($0.key) }.min { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }
}
