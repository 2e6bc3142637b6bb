/// A search tree that maps keys to values.
final class SearchTree<Key: Comparable, Value> {
    private final class Node {
        let key: Key
        var value: Value
        var left: Node?
        var right: Node?

        init(key: Key, value: Value) {
            self.key = key
            self.value = value
        }
    }

    private var root: Node?

    func insert(_ value: Value, for key: Key) {
        root = inserting(value, for: key, below: root)
    }

    private func inserting(_ value: Value, for key: Key, below node: Node?) -> Node {
        guard let node else { return Node(key: key, value: value) }
        if key < node.key {
            node.left = inserting(value, for: key, below: node.left)
        } else if key > node.key {
            node.right = inserting(value, for: key, below: node.right)
        } else {
            node.value = value
        }
        return node
    }

    /// The entry with the largest key that is not above the given one.
    func floor(_ key: Key) -> (key: Key, value: Value)? {
        floor(key, below: root)
    }

    private func floor(_ key: Key, below node: Node?) -> (key: Key, value: Value)? {
        guard let node else { return nil }
        if key < node.key { return floor(key, below: node.left) }
        return floor(key, below: node.left) ?? (node.key, node.value)
    }

    /// The keys in order.
    var keys: [Key] {
        var keys: [Key] = []
        collect(from: root, into: &keys)
        return keys
    }

    private func collect(from node: Node?, into keys: inout [Key]) {
        guard let node else { return }
        collect(from: node.left, into: &keys)
        keys.append(node.key)
        collect(from: node.right, into: &keys)
    }
}
