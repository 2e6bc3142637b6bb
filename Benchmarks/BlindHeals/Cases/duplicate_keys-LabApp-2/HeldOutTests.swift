import Logic
import Testing

@Suite struct HeldOutParents {
    @Test func the_first_of_two_parents() throws {
        let tree = CategoryTree(children: ["sale": ["hats"], "men": ["hats"], "women": ["hats"]], stock: [:])
        #expect(try tree.path(to: "hats") == ["men", "hats"])
    }

    @Test func a_child_listed_twice() {
        let tree = CategoryTree(children: ["shop": ["hats", "hats"]], stock: [:])
        #expect(tree.breadcrumb(for: "hats") == "shop / hats")
    }

    @Test func a_single_parent() throws {
        let tree = CategoryTree(children: ["shop": ["hats"]], stock: ["hats": 4])
        #expect(try tree.path(to: "hats") == ["shop", "hats"])
    }
}
