import Hummingbird
import NIOCore
import Synchronization

/// Writes to one client, and closes its connection when a write does not get through in time.
final class EventsWriter: Sendable {
    let channel: any Channel
    private let limit: TimeAmount
    private let stalled = Atomic<Bool>(false)

    init(channel: any Channel, limit: Duration) {
        self.channel = channel
        self.limit = TimeAmount(limit)
    }

    var hasStalled: Bool { stalled.load(ordering: .relaxed) }

    func write(_ bytes: ByteBuffer, to writer: inout any ResponseBodyWriter) async throws {
        // Closing the channel makes the write that hangs fail.
        let guardian = channel.eventLoop.scheduleTask(in: limit) { [channel, self] in
            stalled.store(true, ordering: .relaxed)
            channel.close(promise: nil)
        }
        defer { guardian.cancel() }
        try await writer.write(bytes)
    }
}
