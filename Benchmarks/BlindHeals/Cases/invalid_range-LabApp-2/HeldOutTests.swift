import Logic
import Testing

@Suite struct HeldOutLinks {
    @Test func no_links_past_the_pages() {
        #expect(Paging.links(around: 20, reach: 3, pageCount: 10) == [])
        #expect(Paging.links(around: -8, reach: 2, pageCount: 10) == [])
    }

    @Test func no_links_with_negative_reach() {
        #expect(Paging.links(around: 5, reach: -1, pageCount: 10) == [])
    }

    @Test func links_nearby() {
        #expect(Paging.links(around: 4, reach: 2, pageCount: 10) == [2, 3, 4, 5, 6])
        #expect(Paging.links(around: 1, reach: 5, pageCount: 1) == [1])
    }
}
