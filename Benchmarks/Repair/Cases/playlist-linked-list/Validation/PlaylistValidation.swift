import Testing

@testable import PlaylistLinkedList

@Suite struct PlaylistValidation {
    @Test(arguments: 0...6) func reverses_any_length(count: Int) {
        let titles = (0..<count).map(String.init)
        let list = Playlist(titles)
        list.reverse()
        #expect(list.titles == titles.reversed())
        #expect(list.first?.title == titles.last)
        list.append("new")
        #expect(list.titles == titles.reversed() + ["new"])
        list.reverse()
        #expect(list.titles == ["new"] + titles)
    }

    @Test func removing_after_reversing() {
        let list = Playlist(["a", "b", "c"])
        list.reverse()
        list.remove("c")
        #expect(list.titles == ["b", "a"])
        list.remove("a")
        #expect(list.titles == ["b"])
        list.append("d")
        #expect(list.titles == ["b", "d"])
    }

    @Test func removing_everything() {
        let list = Playlist(["a", "b"])
        list.remove("a")
        list.remove("b")
        list.remove("b")
        #expect(list.titles.isEmpty)
        list.append("x")
        #expect(list.titles == ["x"])
    }
}
