/// Timers in a chain, the one that is due first in front.
final class TimerChain {
    private final class Node {
        let name: String
        let due: Int
        var next: Node?

        init(name: String, due: Int) {
            self.name = name
            self.due = due
        }
    }

    private var head: Node?

    /// Adds a timer behind those that are due earlier or at the same time.
    func schedule(_ name: String, due: Int) {
        let node = Node(name: name, due: due)
        guard let first = head, first.due <= due else {
            node.next = head
            head = node
            return
        }
        var previous = first
        while let next = previous.next, next.due <= due {
            previous = next
        }
        previous.next = node
        node.next = previous.next
    }

    /// Takes all timers that are due by now, in order.
    func fire(at now: Int) -> [String] {
        var fired: [String] = []
        while let first = head, first.due <= now {
            fired.append(first.name)
            head = first.next
        }
        return fired
    }

    var count: Int {
        var count = 0
        var node = head
        while let current = node {
            count += 1
            node = current.next
        }
        return count
    }

    var nextDue: Int? { head?.due }
}
