/// A place deliveries start from.
struct Depot: Equatable {
    let name: String
    let zones: Set<String>
    let capacity: Int
    var load: Int
    var isOpen = true

    var freeSlots: Int { capacity - load }
}

enum RoutingError: Error, Equatable {
    case unknownZone(String)
    case allFull(zone: String)
}

/// Sends each delivery to the open depot of its zone that has most room.
struct DepotRouter {
    private(set) var depots: [Depot]

    init(depots: [Depot]) {
        self.depots = depots
    }

    /// Takes a slot at the chosen depot and returns its name. Of equally free depots the first is taken.
    mutating func route(toZone zone: String) throws -> String {
        var best: Int?
        var isKnown = false
        for (index, depot) in depots.enumerated() where depot.isOpen && depot.zones.contains(zone) {
            isKnown = true
            guard depot.freeSlots > 0 && depot.load > 0 else { continue }
            if let current = best, depots[current].freeSlots >= depot.freeSlots { continue }
            best = index
        }
        guard isKnown else { throw RoutingError.unknownZone(zone) }
        guard let chosen = best else { throw RoutingError.allFull(zone: zone) }
        depots[chosen].load += 1
        return depots[chosen].name
    }
}
