import Testing

@testable import RangeMinimumTree

@Suite struct MinimumTreeTests {
    @Test func whole_range() {
        #expect(MinimumTree([5, 2, 8, 1, 9]).minimum(in: 0..<5) == 1)
    }

    @Test func parts() {
        let tree = MinimumTree([5, 2, 8, 1, 9])
        #expect(tree.minimum(in: 0..<3) == 2)
        #expect(tree.minimum(in: 4..<5) == 9)
    }

    @Test func an_update_of_the_first_value() {
        var tree = MinimumTree([5, 2, 8, 4])
        tree.update(at: 0, to: 1)
        #expect(tree.minimum(in: 0..<4) == 1)
    }

    @Test func an_update_of_the_last_value() {
        var tree = MinimumTree([5, 2, 8, 4])
        tree.update(at: 3, to: 0)
        #expect(tree.minimum(in: 2..<4) == 0)
        #expect(tree.minimum(in: 0..<3) == 2)
    }

    @Test func empty_ranges_have_no_minimum() {
        #expect(MinimumTree([]).minimum(in: 0..<0) == nil)
        #expect(MinimumTree([3]).minimum(in: 1..<1) == nil)
    }
}
