struct DependencyCycle: Error, Equatable {
    /// The targets that could not be ordered, sorted.
    let targets: [String]
}

/// Orders targets so that each comes after what it depends on (Kahn, 1962).
struct BuildPlanner {
    private var dependencies: [String: Set<String>] = [:]

    mutating func add(_ target: String, dependsOn others: String...) {
        dependencies[target, default: []].formUnion(others)
        for other in others where dependencies[other] == nil {
            dependencies[other] = []
        }
    }

    /// Of the targets that could be built next, the alphabetically first comes first.
    func order() throws -> [String] {
        var remaining = dependencies
        var order: [String] = []
        while let next = remaining.filter({ $0.value.isEmpty }).keys.min() {
            order.append(next)
            remaining[next] = nil
        }
        guard remaining.isEmpty else { throw DependencyCycle(targets: remaining.keys.sorted()) }
        return order
    }
}
