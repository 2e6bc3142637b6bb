import NIOCore

/// The newest events, each ready to be sent, under numbers that only grow.
///
/// Bounded in events and in bytes; what a reader missed is told to it as a gap.
struct EventRing: Sendable {
    struct Batch: Sendable, Equatable {
        var bytes = ByteBuffer()
        /// The number that the reader has come to.
        var last: Int64
        /// What the reader had seen, and the first number that is still there.
        var gap: Gap?
    }

    struct Gap: Sendable, Equatable, Encodable {
        var after: Int64
        var next: Int64
    }

    private var frames: [ByteBuffer] = []
    /// Frames before this index are gone.
    private var start = 0
    private var bytes = 0
    /// Number of the newest event.
    private(set) var last: Int64
    private let limit: Int
    private let limitBytes: Int

    /// - Parameter last: numbers begin after this one. A watchdog that starts again must go on above its former numbers,
    ///   or a client that returns would be told nothing: the wall clock in microseconds does that.
    init(last: Int64, limit: Int, limitBytes: Int) {
        self.last = last
        self.limit = limit
        self.limitBytes = limitBytes
    }

    var count: Int { frames.count - start }
    private var first: Int64 { last - Int64(count) + 1 }

    mutating func append(kind: String, data: some Sequence<UInt8>) {
        last += 1
        var frame = ByteBuffer(string: "id: \(last)\nevent: \(kind)\ndata: ")
        frame.writeBytes(data)
        frame.writeString("\n\n")
        bytes += frame.readableBytes
        frames.append(frame)
        while count > limit || (bytes > limitBytes && count > 1) {
            bytes -= frames[start].readableBytes
            frames[start] = ByteBuffer()
            start += 1
        }
        if start > 1024, start > frames.count / 2 {
            frames.removeFirst(start)
            start = 0
        }
    }

    /// What came after a number, about as much as fits; never half an event.
    func batch(after seen: Int64, limitBytes: Int = 64 * 1024) -> Batch {
        var batch = Batch(last: seen)
        var next = seen + 1
        if seen > last || next < first {
            // From the future: the clock was set back between two lives of the watchdog.
            batch.gap = Gap(after: seen, next: first)
            next = first
            batch.last = next - 1
        }
        while next <= last, batch.bytes.readableBytes < limitBytes {
            batch.bytes.writeImmutableBuffer(frames[start + Int(next - first)])
            batch.last = next
            next += 1
        }
        return batch
    }
}
