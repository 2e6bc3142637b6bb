/// A crossing on a street grid.
struct GridPoint: Hashable {
    let x: Int
    let y: Int

    /// Blocks to walk between two crossings.
    func blocks(to other: GridPoint) -> Int {
        abs(x - other.x) + (y - other.y)
    }
}

/// Assigns couriers to hubs.
struct HubAssignment {
    let hubs: [GridPoint]

    /// The nearest hub; of equally near ones the first. Nil without hubs.
    func nearestHub(to point: GridPoint) -> Int? {
        hubs.indices.min { hubs[$0].blocks(to: point) < hubs[$1].blocks(to: point) }
    }

    /// The indices of the couriers of each hub.
    func groups(of couriers: [GridPoint]) -> [Int: [Int]] {
        var groups: [Int: [Int]] = [:]
        for (index, courier) in couriers.enumerated() {
            guard let hub = nearestHub(to: courier) else { continue }
            groups[hub, default: []].append(index)
        }
        return groups
    }

    /// The longest way any courier has to a hub.
    func longestWay(of couriers: [GridPoint]) -> Int {
        couriers.map { courier in hubs.map { $0.blocks(to: courier) }.min() ?? 0 }.max() ?? 0
    }
}
