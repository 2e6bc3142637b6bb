/// A chain of contacts behind a sentinel, so that removing the first is no special case.
final class ContactChain {
    private final class Link {
        let name: String
        var next: Link!

        init(name: String) {
            self.name = name
        }
    }

    private let sentinel = Link(name: "")

    init(_ names: [String]) {
        var end = sentinel
        for name in names {
            end.next = Link(name: name)
            end = end.next
        }
    }

    var names: [String] {
        var names: [String] = []
        var link = sentinel
        while link.next != nil {
            link = link.next
            names.append(link.name)
        }
        return names
    }

    /// Removes all contacts that match and says how many they were.
    func removeAll(where matches: (String) -> Bool) -> Int {
        var removed = 0
        var link: Link! = sentinel
        while link != nil {
            if matches(link.next.name) {
                link.next = link.next.next
                removed += 1
            } else {
                link = link.next
            }
        }
        return removed
    }

    /// Inserts a name before the first one that is larger.
    func insertSorted(_ name: String) {
        var link: Link! = sentinel
        while link.next != nil && link.next.name <= name {
            link = link.next
        }
        let new = Link(name: name)
        new.next = link.next
        link.next = new
    }
}
