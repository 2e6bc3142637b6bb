import Logic
import Testing

@Suite struct HeldOutHalving {
    @Test func absent_values() {
        #expect(SortedSearch.index(of: 6, in: [1, 3, 5]) == nil)
        #expect(SortedSearch.index(of: 4, in: [1, 3, 5]) == nil)
        #expect(SortedSearch.index(of: 8, in: [7]) == nil)
    }

    @Test func present_values() {
        #expect(SortedSearch.index(of: 5, in: [1, 3, 5]) == 2)
        #expect(SortedSearch.index(of: 40, in: [10, 20, 30, 40, 50]) == 3)
    }

    @Test func an_empty_list() {
        #expect(SortedSearch.index(of: 0, in: []) == nil)
    }
}
