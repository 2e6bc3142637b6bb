import Synchronization

/// A console that one task fills while another looks at its length.
final class SharedConsole: Sendable {
    private let buffer: Mutex<ConsoleBuffer>

    init(limitBytes: Int) {
        buffer = Mutex(ConsoleBuffer(limitBytes: limitBytes))
    }

    var text: String { buffer.withLock { $0.text } }
    var totalBytes: Int { buffer.withLock { $0.totalBytes } }

    func append(_ bytes: [UInt8]) { buffer.withLock { $0.append(bytes) } }
}
