/// The last `capacity` samples of a measurement.
struct SampleRing {
    private var storage: [Double]
    private var head = 0
    private(set) var count = 0

    init(capacity: Int) {
        precondition(capacity > 0, "a ring needs room for a sample")
        storage = Array(repeating: 0, count: capacity)
    }

    var capacity: Int { storage.count }

    /// Adds a sample; the oldest one leaves when the ring is full.
    mutating func record(_ sample: Double) {
        storage[head] = sample
        head = (head + 1) % capacity
        count = min(count + 1, capacity)
    }

    /// The samples, oldest first.
    var samples: [Double] {
        let start = (head + count + capacity) % capacity
        return (0..<count).map { storage[(start + $0) % capacity] }
    }

    /// The mean of the samples, or nil when there are none.
    var mean: Double? {
        guard count > 0 else { return nil }
        return samples.reduce(0, +) / Double(count)
    }
}
