/// Collects events and hands them on in batches.
final class BatchUploader {
    private let maxEvents: Int
    private let maxBytes: Int
    private let sink: ([String]) -> Void
    private var pending: [String] = []
    private var pendingBytes = 0

    /// A batch is handed to the sink before it would exceed either limit.
    init(maxEvents: Int, maxBytes: Int, sink: @escaping ([String]) -> Void) {
        self.maxEvents = max(1, maxEvents)
        self.maxBytes = maxBytes
        self.sink = sink
    }

    /// Adds an event. An event above the byte limit makes a batch of its own.
    func add(_ event: String) {
        let bytes = event.utf8.count
        if pendingBytes + bytes > maxBytes {
            flush()
        }
        pending.append(event)
        pendingBytes += bytes
        if pending.count >= maxEvents {
            flush()
        }
    }

    /// Hands on what is pending. Empty batches are not sent.
    func flush() {
        guard !pending.isEmpty else { return }
        sink(pending)
        pending.removeAll()
    }
}
