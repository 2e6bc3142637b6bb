/// A cache whose entries live for a fixed number of ticks.
struct ExpiringCache<Key: Hashable, Value> {
    private struct Entry {
        let value: Value
        let expiresAt: Int
        var isPinned: Bool
    }

    private var entries: [Key: Entry] = [:]
    let lifetime: Int

    init(lifetime: Int) {
        self.lifetime = lifetime
    }

    var count: Int { entries.count }

    mutating func store(_ value: Value, for key: Key, at now: Int, pinned: Bool = false) {
        entries[key] = Entry(value: value, expiresAt: now + lifetime, isPinned: pinned)
    }

    /// The value, unless its time is over. Pinned entries do not expire.
    func value(for key: Key, at now: Int) -> Value? {
        guard let entry = entries[key], now < entry.expiresAt else { return nil }
        return entry.value
    }

    /// Removes what has expired and says how many entries that were.
    mutating func sweep(at now: Int) -> Int {
        let before = entries.count
        entries = entries.filter { $0.value.isPinned || now < $0.value.expiresAt }
        return before - entries.count
    }
}
