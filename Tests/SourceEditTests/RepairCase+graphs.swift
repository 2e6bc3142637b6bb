extension RepairCase {
    private static let node = """
        final class Node: Hashable {
            let name: String
            var incoming: [Node] = []
            var outgoing: [Node] = []
            var next: Node?
            init(name: String) { self.name = name }
            static func == (a: Node, b: Node) -> Bool { a.name == b.name }
            func hash(into hasher: inout Hasher) { hasher.combine(name) }
        }


        """

    static let graphs: [RepairCase] = [
        RepairCase(
            "an empty queue is taken from", "while true {", "while !queue.isEmpty {",
            source: node + """
                func reaches(_ start: Node, _ goal: Node) -> Bool {
                    var queue: [Node] = [start]
                    var seen: Set<Node> = [start]
                    while true {
                        let node = queue.removeFirst()
                        if node == goal { return true }
                        for other in node.outgoing where !seen.contains(other) {
                            seen.insert(other)
                            queue.append(other)
                        }
                    }
                    return false
                }
                """),
        RepairCase(
            "a walk never notes where it was", "        return node.outgoing",
            "        visited.insert(node)\n        return node.outgoing",
            source: node + """
                func isConnected(_ start: Node, _ goal: Node) -> Bool {
                    var visited: Set<Node> = []
                    func walk(_ node: Node) -> Bool {
                        if visited.contains(node) { return false }
                        if node == goal { return true }
                        return node.outgoing.contains { walk($0) }
                    }
                    return walk(start)
                }
                """),
        RepairCase(
            "what is sought is more than a name", "        if node === goal { return true }",
            "        visited.insert(ObjectIdentifier(node))\n        if node === goal { return true }",
            source: node + """
                func isReachable(_ start: Node, _ goal: Node) -> Bool {
                    var visited: Set<ObjectIdentifier> = []
                    func walk(_ node: Node) -> Bool {
                        if visited.contains(ObjectIdentifier(node)) { return false }
                        if node === goal { return true }
                        return node.outgoing.contains { walk($0) }
                    }
                    return walk(start)
                }
                """),
        RepairCase(
            "what is done with stays in every list of what to wait for", "        remaining[next] = nil",
            "        remaining[next] = nil\n        remaining.keys.forEach { remaining[$0]?.remove(next) }",
            source: """
                func order(_ dependencies: [String: Set<String>]) -> [String] {
                    var remaining = dependencies
                    var order: [String] = []
                    while let next = remaining.filter({ $0.value.isEmpty }).keys.min() {
                        order.append(next)
                        remaining[next] = nil
                    }
                    return order
                }
                """),
        RepairCase(
            "the weight of an edge is written for its end", "weights[edge] = min",
            "best[edge.last] = min",
            source: """
                struct Edge: Hashable { let first: String, last: String }
                final class Graph {
                    var weights: [Edge: Double] = [:]
                    func distances(from source: String) -> [String: Double] {
                        var best: [String: Double] = [source: 0]
                        for (edge, weight) in weights {
                            let sum = best[edge.first, default: .infinity] + weight
                            weights[edge] = min(sum, best[edge.last, default: .infinity])
                        }
                        return best
                    }
                }
                """),
        RepairCase(
            "the runner falls off the end", "if hare!.next == nil { return false }",
            "if hare == nil || hare!.next == nil { return false }",
            source: node + """
                func loops(_ start: Node?) -> Bool {
                    var tortoise = start
                    var hare = start
                    while true {
                        if hare!.next == nil { return false }
                        tortoise = tortoise!.next
                        hare = hare!.next!.next
                        if tortoise == hare { return true }
                    }
                }
                """),
        RepairCase(
            "a list is reversed without its tail",
            """
                    current.next = before
            """,
            """
                    current.next = before
                    before = current
            """,
            source: node + """
                func turned(_ head: Node?) -> Node? {
                    var node = head
                    var before: Node?
                    while let current = node {
                        let after = current.next
                        current.next = before
                        node = after
                    }
                    return before
                }
                """),
        RepairCase(
            "readiness is asked of the wrong side", "other.outgoing.allSatisfy", "other.incoming.allSatisfy",
            source: node + """
                func ordered(_ nodes: [Node]) -> [Node] {
                    var order = nodes.filter { $0.incoming.isEmpty }
                    var position = 0
                    while position < order.count {
                        for other in order[position].outgoing {
                            if !order.contains(other), other.outgoing.allSatisfy({ order.contains($0) }) {
                                order.append(other)
                            }
                        }
                        position += 1
                    }
                    return order
                }
                """),
        RepairCase(
            "a walk that does not move on", "    length += 1\n",
            "    length += 1\n        node = node?.next\n",
            source: node + """
                func length(of head: Node?) -> Int {
                    var node = head
                    var length = 0
                    while node != nil {
                        length += 1
                    }
                    return length
                }
                """),
        RepairCase(
            "the wrong end of a queue", "queue.removeLast()", "queue.removeFirst()",
            source: node + """
                func levels(_ start: Node) -> [String] {
                    var queue = [start]
                    var names: [String] = []
                    while !queue.isEmpty {
                        let node = queue.removeLast()
                        names.append(node.name)
                        queue.append(contentsOf: node.outgoing)
                    }
                    return names
                }
                """),
        RepairCase(
            "a distance is updated at the edge", "lengths[edge] = min(", "distances[v] = min(",
            source: """
                struct Edge: Hashable { var from: Int; var to: Int }

                func shortest(from start: Int, count: Int, lengths: [Edge: Int]) -> [Int] {
                    var lengths = lengths
                    var distances = [Int](repeating: 1_000_000, count: count)
                    distances[start] = 0
                    for _ in 1..<count {
                        for (edge, length) in lengths {
                            let v = edge.to
                            lengths[edge] = min(distances[v], distances[edge.from] + length)
                        }
                    }
                    return distances
                }
                """),
        RepairCase(
            "the edge is added to the wrong distance", "(best[other] ?? 0) + length", "distance + length",
            source: """
                func travel(from start: String, to goal: String, roads: [String: [String: Int]]) -> Int? {
                    var best = [start: 0]
                    var open: [(distance: Int, place: String)] = [(0, start)]
                    while !open.isEmpty {
                        open.sort { $0.distance < $1.distance }
                        let (distance, place) = open.removeFirst()
                        if place == goal { return distance }
                        for (other, length) in roads[place] ?? [:] {
                            let longer = (best[other] ?? 0) + length
                            if longer < best[other] ?? Int.max {
                                best[other] = longer
                                open.append((longer, other))
                            }
                        }
                    }
                    return nil
                }
                """),
        RepairCase(
            "indices of a table swapped", "table[i][k] + table[j][k]", "table[i][k] + table[k][j]",
            source: """
                func allPairs(_ start: [[Int]]) -> [[Int]] {
                    var table = start
                    for k in 0..<table.count {
                        for i in 0..<table.count {
                            for j in 0..<table.count {
                                table[i][j] = min(table[i][j], table[i][k] + table[j][k])
                            }
                        }
                    }
                    return table
                }
                """),
        RepairCase(
            "a group is merged but not shared", "groups[node]?.formUnion(first)", "groups[node] = first",
            source: """
                func spanning(_ edges: [(Int, Int, Int)]) -> Int {
                    var groups: [Int: Set<Int>] = [:]
                    var total = 0
                    for (a, b, weight) in edges.sorted(by: { $0.2 < $1.2 }) {
                        let first = groups[a, default: [a]].union(groups[b, default: [b]])
                        if groups[a, default: [a]].contains(b) { continue }
                        total += weight
                        for node in first {
                            groups[node]?.formUnion(first)
                        }
                    }
                    return total
                }
                """),
    ]
}
