/// A binary search tree of distinct values.
indirect enum BinaryTree<Value: Comparable> {
    case empty
    case node(left: BinaryTree, value: Value, right: BinaryTree)

    func inserting(_ new: Value) -> BinaryTree {
        switch self {
        case .empty:
            return .node(left: .empty, value: new, right: .empty)
        case .node(let left, let value, let right):
            if new < value { return .node(left: left.inserting(new), value: value, right: right) }
            if new > value { return .node(left: left, value: value, right: right.inserting(new)) }
            return .empty
        }
    }

    /// The number of nodes on the longest way down.
    var height: Int {
        guard case .node(let left, _, let right) = self else { return 0 }
        return 1 + max(left.height, right.height)
    }

    /// Whether at every node the heights of both sides differ by at most one.
    var isBalanced: Bool {
        guard case .node(let left, _, let right) = self else { return true }
        return abs(left.height - right.height) <= 1 && left.isBalanced && right.isBalanced
    }

    /// The values in order.
    var values: [Value] {
        guard case .node(let left, let value, let right) = self else { return [] }
        return left.values + [value] + right.values
    }
}
