/// A playlist as a chain of tracks.
final class Playlist {
    final class Track {
        let title: String
        var next: Track?

        init(title: String) {
            self.title = title
        }
    }

    private(set) var first: Track?
    private var last: Track?

    init(_ titles: [String] = []) {
        titles.forEach(append)
    }

    var titles: [String] {
        var titles: [String] = []
        var current = first
        while let track = current {
            titles.append(track.title)
            current = track.next
        }
        return titles
    }

    func append(_ title: String) {
        let track = Track(title: title)
        if let last {
            last.next = track
        } else {
            first = track
        }
        last = track
    }

    /// Turns the order around in place.
    func reverse() {
        var previous: Track?
        var current = first
        last = first
        while let track = current {
            current = track.next
            track.next = previous
            previous = track
        }
        first = current
    }

    /// Removes the first track of this title, if there is one.
    func remove(_ title: String) {
        var previous: Track?
        var current = first
        while let track = current, track.title != title {
            previous = track
            current = track.next
        }
        guard let found = current else { return }
        if let previous {
            previous.next = found.next
        } else {
            first = found.next
        }
        if found === last { last = previous }
    }
}
