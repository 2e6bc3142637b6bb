import Testing

@testable import PlaylistLinkedList

@Suite struct PlaylistTests {
    @Test func keeps_the_order() {
        #expect(Playlist(["a", "b", "c"]).titles == ["a", "b", "c"])
    }

    @Test func reverses() {
        let list = Playlist(["a", "b", "c"])
        list.reverse()
        #expect(list.titles == ["c", "b", "a"])
    }

    @Test func removes_the_first_match() {
        let list = Playlist(["a", "b", "a"])
        list.remove("a")
        #expect(list.titles == ["b", "a"])
    }

    @Test func appends_after_removing_the_last() {
        let list = Playlist(["a", "b"])
        list.remove("b")
        list.append("c")
        #expect(list.titles == ["a", "c"])
    }

    @Test func an_unknown_title_changes_nothing() {
        let list = Playlist(["a"])
        list.remove("z")
        #expect(list.titles == ["a"])
    }
}
