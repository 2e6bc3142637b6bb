import Logic
import Testing

@Suite struct HeldOutPageStart {
    @Test func a_page_far_away() {
        #expect(Paging.page(Int.max, size: 2, of: ["a"]) == [])
        #expect(Paging.page(Int.max / 3, size: 100, of: [1, 2, 3]) == [])
    }

    @Test func pages_far_too_large() {
        #expect(Paging.page(3, size: Int.max, of: [1, 2]) == [])
    }

    @Test func an_ordinary_page() {
        #expect(Paging.page(3, size: 3, of: [1, 2, 3, 4, 5, 6, 7]) == [7])
    }
}
