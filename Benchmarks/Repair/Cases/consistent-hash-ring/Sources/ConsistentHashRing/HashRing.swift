/// Maps keys to nodes so that few keys move when a node joins or leaves.
struct HashRing {
    private var points: [(position: UInt32, node: String)] = []
    let replicas: Int

    init(nodes: [String], replicas: Int = 8) {
        self.replicas = replicas
        nodes.forEach { add($0) }
    }

    /// A 32-bit FNV-1a hash.
    static func hash(_ text: String) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for byte in text.utf8 {
            hash ^= UInt32(byte)
            hash = hash * 16_777_619
        }
        return hash
    }

    mutating func add(_ node: String) {
        for replica in 0..<replicas {
            points.append((Self.hash("\(node)#\(replica)"), node))
        }
        points.sort { ($0.position, $0.node) < ($1.position, $1.node) }
    }

    mutating func remove(_ node: String) {
        points.removeAll { $0.node == node }
    }

    var nodes: Set<String> { Set(points.map(\.node)) }

    /// The node of the first point at or after the key, around the ring; nil without nodes.
    func node(for key: String) -> String? {
        let position = Self.hash(key)
        return (points.first { $0.position >= position } ?? points.first)?.node
    }
}
