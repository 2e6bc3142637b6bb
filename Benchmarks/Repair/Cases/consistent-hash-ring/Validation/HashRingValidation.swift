import Testing

@testable import ConsistentHashRing

@Suite struct HashRingValidation {
    @Test func more_known_hashes() {
        #expect(HashRing.hash("b") == 0xE70C_2DE5)
        #expect(HashRing.hash("foo") == 0xA9F3_7ED7)
        #expect(HashRing.hash("hello") == 0x4F9F_2CAB)
    }

    @Test func only_keys_of_the_removed_node_move() {
        let keys = (0..<200).map { "key-\($0)" }
        var ring = HashRing(nodes: ["a", "b", "c", "d"])
        let before = keys.map { ring.node(for: $0) }
        ring.remove("c")
        for (key, old) in zip(keys, before) where old != "c" {
            #expect(ring.node(for: key) == old)
        }
        #expect(!ring.nodes.contains("c"))
        ring.add("c")
        #expect(keys.map { ring.node(for: $0) } == before)
    }

    @Test func every_node_gets_keys() {
        let ring = HashRing(nodes: ["a", "b", "c"], replicas: 40)
        let counts = Dictionary(grouping: (0..<600).map { "k\($0)" }) { ring.node(for: $0) ?? "" }
        #expect(counts.count == 3)
    }

    @Test func no_replicas_no_nodes() {
        #expect(HashRing(nodes: ["a"], replicas: 0).node(for: "x") == nil)
        #expect(HashRing(nodes: ["a"], replicas: 1).node(for: "x") == "a")
        #expect(HashRing(nodes: []).nodes.isEmpty)
    }
}
