/// What is still to happen in a world, earliest first; what falls on the same moment keeps the order it came in.
struct EventQueue {
    private struct Item {
        var time: Int
        var order: Int
        var happening: Happening

        func isBefore(_ other: Item) -> Bool {
            time != other.time ? time < other.time : order < other.order
        }
    }

    private var heap: [Item] = []
    private var order = 0

    init() { heap.reserveCapacity(64) }

    /// - Parameter time: milliseconds since the world began.
    mutating func add(_ happening: Happening, at time: Int) {
        order += 1
        heap.append(Item(time: time, order: order, happening: happening))
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].isBefore(heap[parent]) else { break }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    mutating func next() -> (time: Int, happening: Happening)? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            sink()
        }
        return (first.time, first.happening)
    }

    /// For sabotage: it need not be quick.
    mutating func remove(where isOut: (Happening) -> Bool) {
        let items = heap
        heap = []
        for item in items where !isOut(item.happening) { add(item.happening, at: item.time) }
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && heap[child].isBefore(heap[least]) { least = child }
            guard least != parent else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
