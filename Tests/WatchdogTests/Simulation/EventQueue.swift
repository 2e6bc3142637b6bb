/// What is still to happen in a world, earliest first; what falls on the same moment keeps the order it came in.
///
/// The heap holds numbers only: what happens waits in its slot, since moving it about would cost more than it does.
struct EventQueue {
    private struct Item {
        var time: Int
        var order: Int32
        var slot: Int32

        func isBefore(_ other: Item) -> Bool {
            time != other.time ? time < other.time : order < other.order
        }
    }

    private var heap: [Item] = []
    private var slots: [Happening?] = []
    private var free: [Int32] = []
    private var order: Int32 = 0

    init() {
        heap.reserveCapacity(64)
        slots.reserveCapacity(64)
    }

    /// - Parameter time: milliseconds since the world began.
    mutating func add(_ happening: Happening, at time: Int) {
        let slot: Int32
        if let last = free.popLast() {
            slot = last
            slots[Int(slot)] = happening
        } else {
            slot = Int32(slots.count)
            slots.append(happening)
        }
        order += 1
        heap.append(Item(time: time, order: order, slot: slot))
        rise()
    }

    mutating func next() -> (time: Int, happening: Happening)? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            sink()
        }
        guard let happening = slots[Int(first.slot)] else { return nil }
        slots[Int(first.slot)] = nil
        free.append(first.slot)
        return (first.time, happening)
    }

    /// For sabotage: it need not be quick.
    mutating func remove(where isOut: (Happening) -> Bool) {
        let items = heap.sorted { $0.isBefore($1) }
        let waiting = items.compactMap { item in slots[Int(item.slot)].map { (item.time, $0) } }
        self = EventQueue()
        for (time, happening) in waiting where !isOut(happening) { add(happening, at: time) }
    }

    private mutating func rise() {
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].isBefore(heap[parent]) else { break }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var least = parent
            let left = 2 * parent + 1
            if left < heap.count, heap[left].isBefore(heap[least]) { least = left }
            if left + 1 < heap.count, heap[left + 1].isBefore(heap[least]) { least = left + 1 }
            guard least != parent else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
