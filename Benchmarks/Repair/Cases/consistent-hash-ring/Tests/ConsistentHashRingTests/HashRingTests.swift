import Testing

@testable import ConsistentHashRing

@Suite struct HashRingTests {
    @Test func an_empty_text_has_the_offset_as_hash() {
        #expect(HashRing.hash("") == 2_166_136_261)
    }

    @Test func known_hashes() {
        #expect(HashRing.hash("a") == 0xE40C_292C)
        #expect(HashRing.hash("foobar") == 0xBF9C_F968)
    }

    @Test func a_ring_without_nodes() {
        #expect(HashRing(nodes: []).node(for: "") == nil)
    }

    @Test func keys_of_a_removed_node_move() {
        var ring = HashRing(nodes: ["n1", "n2"])
        ring.remove("n1")
        #expect(ring.node(for: "anything") == "n2")
    }

    @Test func all_nodes_are_known() {
        #expect(HashRing(nodes: ["n1", "n2", "n3"]).nodes == ["n1", "n2", "n3"])
    }
}
