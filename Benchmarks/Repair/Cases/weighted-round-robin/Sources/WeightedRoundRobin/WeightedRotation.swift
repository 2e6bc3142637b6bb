/// A server and how many requests of a round it gets.
struct Server {
    let name: String
    let weight: Int
}

/// Hands out servers in rounds: each gets as many turns in a row as its weight says.
struct WeightedRotation {
    private let turns: [String]
    private var position: Int

    init(_ servers: [Server]) {
        turns = servers.flatMap { Array(repeating: $0.name, count: max(1, $0.weight)) }
        position = 0
    }

    /// The server of the next request, nil if no server has weight.
    mutating func next() -> String? {
        guard !turns.isEmpty else { return nil }
        defer { position = (position + 1) % turns.count }
        return turns[position]
    }
}
