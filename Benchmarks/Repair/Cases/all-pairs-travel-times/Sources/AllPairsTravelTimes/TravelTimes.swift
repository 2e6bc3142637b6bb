/// Shortest travel times between all stations (Floyd and Warshall, 1962).
struct TravelTimes {
    let stations: [String]
    private var minutes: [[Int?]]

    /// Links are one-way; of several links the fastest counts.
    init(stations: [String], links: [(from: String, to: String, minutes: Int)]) {
        self.stations = stations
        let count = stations.count
        minutes = Array(repeating: Array(repeating: nil, count: count), count: count)
        for index in 0..<count { minutes[index][index] = 0 }
        for link in links {
            guard let from = stations.firstIndex(of: link.from), let to = stations.firstIndex(of: link.to)
            else { continue }
            minutes[from][to] = min(minutes[from][to] ?? .max, link.minutes)
        }
        relaxAll()
    }

    private mutating func relaxAll() {
        let range = stations.indices
        for via in range {
            for from in range {
                for to in range {
                    guard let first = minutes[from][via], let second = minutes[to][via] else { continue }
                    minutes[from][to] = min(minutes[from][to] ?? .max, first + second)
                }
            }
        }
    }

    /// The fastest connection, nil if there is none or a station is unknown.
    func time(from: String, to: String) -> Int? {
        guard let start = stations.firstIndex(of: from), let end = stations.firstIndex(of: to) else {
            return nil
        }
        return minutes[start][end]
    }
}
