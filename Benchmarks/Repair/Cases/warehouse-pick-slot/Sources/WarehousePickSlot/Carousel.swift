/// A rotating shelf. Slot 0 is in front at first.
struct Carousel {
    private var slots: [[String]]
    private(set) var front = 0

    init(slotCount: Int) {
        slots = Array(repeating: [], count: max(0, slotCount))
    }

    var slotCount: Int { slots.count }

    mutating func store(_ item: String, inSlot slot: Int) {
        guard slots.indices.contains(slot) else { return }
        slots[slot].append(item)
    }

    /// Turns the shelf by some slots, backwards if negative.
    mutating func rotate(by steps: Int) {
        front = ((front + steps) % slotCount + slotCount) % slotCount
    }

    /// Takes the oldest item out of the slot in front.
    mutating func pick() -> String? {
        guard slots.indices.contains(front), !slots[front].isEmpty else { return nil }
        return slots[front].removeFirst()
    }

    /// The fewest steps to bring an item to the front, negative for backwards, nil if it is not there.
    func steps(to item: String) -> Int? {
        let distances = slots.indices.filter { slots[$0].contains(item) }.map { slot -> Int in
            let forwards = (slot - front + slotCount) % slotCount
            return forwards <= slotCount / 2 ? forwards : forwards - slotCount
        }
        return distances.min { (abs($0), -$0) < (abs($1), -$1) }
    }
}
