/// Answers "what is the minimum of this index range" in O(log n), with updates of single values.
struct MinimumTree {
    private var nodes: [Int]
    let count: Int

    init(_ values: [Int]) {
        count = values.count
        nodes = Array(repeating: .max, count: max(1, 4 * values.count))
        if !values.isEmpty {
            build(node: 1, low: 0, high: count - 1, values: values)
        }
    }

    private mutating func build(node: Int, low: Int, high: Int, values: [Int]) {
        if low == high {
            nodes[node] = values[low]
            return
        }
        let middle = (low + high) / 2
        build(node: 2 * node, low: low, high: middle, values: values)
        build(node: 2 * node + 1, low: middle + 1, high: high, values: values)
        nodes[node] = min(nodes[2 * node], nodes[2 * node + 1])
    }

    mutating func update(at index: Int, to value: Int) {
        update(node: 1, low: 0, high: count - 1, index: index, value: value)
    }

    private mutating func update(node: Int, low: Int, high: Int, index: Int, value: Int) {
        if low == high {
            nodes[node] = value
            return
        }
        let middle = (low + high) / 2
        if index <= middle {
            update(node: 2 * node, low: low, high: middle, index: index, value: value)
        } else {
            update(node: 2 * node + 1, low: middle, high: high, index: index, value: value)
        }
        nodes[node] = min(nodes[2 * node], nodes[2 * node + 1])
    }

    /// The minimum over a range within `0..<count`, nil for an empty range.
    func minimum(in range: Range<Int>) -> Int? {
        guard !range.isEmpty else { return nil }
        return minimum(node: 1, low: 0, high: count - 1, range: range)
    }

    private func minimum(node: Int, low: Int, high: Int, range: Range<Int>) -> Int {
        if high < range.lowerBound || range.upperBound <= low { return .max }
        if range.lowerBound <= low && high < range.upperBound { return nodes[node] }
        let middle = (low + high) / 2
        return min(
            minimum(node: 2 * node, low: low, high: middle, range: range),
            minimum(node: 2 * node + 1, low: middle + 1, high: high, range: range))
    }
}
