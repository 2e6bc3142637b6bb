import Logic
import Testing

@Suite struct HeldOutDescendants {
    @Test func a_circle_of_three() {
        let tree = CategoryTree(children: ["x": ["y"], "y": ["z"], "z": ["x"]], stock: [:])
        #expect(tree.descendants(of: "x") == ["y", "z", "x"])
        #expect(tree.descendants(of: "z") == ["x", "y", "z"])
    }

    @Test func a_circle_further_down() {
        let tree = CategoryTree(children: ["top": ["own"], "own": ["own"]], stock: [:])
        #expect(tree.descendants(of: "top") == ["own", "own"])
    }

    @Test func no_circle() {
        let tree = CategoryTree(children: ["x": ["y", "z"]], stock: [:])
        #expect(tree.descendants(of: "x") == ["y", "z"])
    }
}
