/// Cuts a stream of bytes into lines.
struct LineSplitter: Sendable {
    private var pending: [UInt8] = []
    /// A line longer than this is dropped: no event is.
    private let limitBytes: Int
    private var isDropping = false

    init(limitBytes: Int = 1 << 20) {
        self.limitBytes = limitBytes
    }

    mutating func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        {
            if part.offset > 0 {
                if !isDropping, !pending.isEmpty { lines.append(pending) }
                pending.removeAll(keepingCapacity: true)
                isDropping = false
            }
            if pending.count + part.element.count > limitBytes {
                pending.removeAll()
                isDropping = true
            } else if !isDropping {
                pending += part.element
            }
        }
        return lines
    }
}
