/// The states a document went through, with the way back and forth.
public struct UndoHistory<State> {
    public private(set) var current: State
    private var past: [State] = []
    private var future: [State] = []
    private let limit: Int

    /// Starts with one state and remembers up to `limit` earlier ones.
    public init(_ initial: State, limit: Int) {
        current = initial
        self.limit = max(0, limit)
    }

    /// Whether there is a state to go back to.
    public var canUndo: Bool { !past.isEmpty }

    /// Makes `state` the current one; forgets the undone states and those beyond the limit.
    public mutating func record(_ state: State) {
        past.append(current)
        current = state
        future = []
        past.removeFirst(max(0, past.count - limit))
    }

    /// Goes back one state; nil at the beginning.
    public mutating func undo() -> State? {
        guard !past.isEmpty else { return nil }
        future.append(current)
        current = past.removeLast()
        return current
    }

    /// Goes forward one state; nil when nothing was undone.
    public mutating func redo() -> State? {
        guard !future.isEmpty else { return nil }
        past.append(current)
        current = future.removeLast()
        return current
    }

    /// Goes back as far as possible, and says how many steps that took.
    public mutating func undoAll() -> Int {
        var steps = 0
        while undo() != nil {
            steps += 1
        }
        return steps
    }

    /// The state `steps` before the current one, which is 0 steps back.
    public func state(stepsBack steps: Int) -> State? {
        guard steps != 0 else { return current }
        guard past.indices.contains(past.count - steps) else { return nil }
        return past[past.count - steps]
    }

    /// The last `count` earlier states, oldest first.
    public func recent(_ count: Int) -> [State] {
        guard count > 0 else { return [] }
        return Array(past.suffix(count))
    }
}
