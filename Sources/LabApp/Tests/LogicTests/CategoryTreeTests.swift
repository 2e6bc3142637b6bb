import Logic
import Testing

struct CategoryTreeTests {
    @Test func a_category_knows_its_own_stock() throws {
        let tree = CategoryTree(children: ["tools": ["saws"]], stock: ["tools": 2, "saws": 5])
        #expect(try tree.stock(of: "tools") == 2)
        #expect(try tree.stock(of: "saws") == 5)
    }

    @Test func an_unknown_category_is_named() {
        let tree = CategoryTree(children: [:], stock: ["tools": 2])
        #expect(throws: CategoryError.unknown("toys")) { try tree.stock(of: "toys") }
        #expect(throws: CategoryError.unknown("food")) { try tree.stock(of: "food") }
    }

    @Test func a_total_includes_what_lies_below() {
        let tree = CategoryTree(children: ["tools": ["saws", "nails"]], stock: ["tools": 1, "saws": 5])
        #expect(tree.totalStock(of: "tools", levels: 2) == 6)
        #expect(tree.totalStock(of: "nails", levels: 2) == 0)
    }

    @Test func a_total_stops_at_its_depth() {
        let tree = CategoryTree(children: ["a": ["b"], "b": ["a"]], stock: ["a": 1, "b": 10])
        #expect(tree.totalStock(of: "a", levels: 1) == 1)
        #expect(tree.totalStock(of: "a", levels: 3) == 12)
        #expect(tree.totalStock(of: "a", levels: 0) == 0)
    }

    @Test func a_path_starts_at_the_top() throws {
        let tree = CategoryTree(children: ["home": ["tools"], "tools": ["saws"]], stock: [:])
        #expect(try tree.path(to: "saws") == ["home", "tools", "saws"])
        #expect(try tree.path(to: "home") == ["home"])
    }

    @Test func a_category_inside_itself_has_no_path() {
        let tree = CategoryTree(children: ["a": ["b"], "b": ["a"], "c": ["c"]], stock: [:])
        #expect(throws: CategoryError.circular("a")) { try tree.path(to: "a") }
        #expect(throws: CategoryError.circular("c")) { try tree.path(to: "c") }
    }

    @Test func the_first_parent_counts() throws {
        let tree = CategoryTree(children: ["b": ["saws"], "a": ["saws"]], stock: [:])
        #expect(try tree.path(to: "saws") == ["a", "saws"])
    }

    @Test func a_breadcrumb_joins_the_path() {
        let tree = CategoryTree(children: ["home": ["tools"]], stock: [:])
        #expect(tree.breadcrumb(for: "tools") == "home / tools")
    }

    @Test func a_category_inside_itself_has_no_breadcrumb() {
        let tree = CategoryTree(children: ["a": ["b"], "b": ["a"], "c": ["c"]], stock: [:])
        #expect(tree.breadcrumb(for: "b") == nil)
        #expect(tree.breadcrumb(for: "c") == nil)
    }

    @Test func descendants_follow_their_parents() {
        let tree = CategoryTree(children: ["home": ["tools", "toys"], "tools": ["saws"]], stock: [:])
        #expect(tree.descendants(of: "home") == ["tools", "saws", "toys"])
        #expect(tree.descendants(of: "saws") == [])
    }

    @Test func descendants_go_round_a_circle_once() {
        let tree = CategoryTree(children: ["a": ["b"], "b": ["a"], "c": ["c"]], stock: [:])
        #expect(tree.descendants(of: "a") == ["b", "a"])
        #expect(tree.descendants(of: "c") == ["c"])
    }

    @Test func a_line_is_indented_by_its_level() {
        #expect(CategoryTree.line("saws", level: 2) == "    saws")
        #expect(CategoryTree.line("home", level: 0) == "home")
    }

    @Test func a_negative_level_is_not_indented() {
        #expect(CategoryTree.line("home", level: -1) == "home")
        #expect(CategoryTree.line("tools", level: -6) == "tools")
    }
}
