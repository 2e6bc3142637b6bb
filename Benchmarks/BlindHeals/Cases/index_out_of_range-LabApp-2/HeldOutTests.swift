import Logic
import Testing

@Suite struct HeldOutSuccessor {
    @Test func the_last_value_has_none() {
        #expect(SortedSearch.successor(of: 9, in: [1, 5, 9]) == nil)
        #expect(SortedSearch.successor(of: 3, in: [7]) == nil)
    }

    @Test func a_target_above_all() {
        #expect(SortedSearch.successor(of: 100, in: [1, 5, 9]) == nil)
    }

    @Test func a_value_inside() {
        #expect(SortedSearch.successor(of: 5, in: [1, 5, 9]) == 9)
        #expect(SortedSearch.successor(of: 0, in: [1, 5]) == 5)
    }
}
