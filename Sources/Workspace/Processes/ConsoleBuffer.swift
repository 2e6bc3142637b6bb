import Foundation

/// Keeps the head and the tail of an output of any length.
///
/// Bytes are moved in blocks: a program may print gigabytes, and waits while nobody reads.
struct ConsoleBuffer {
    private let half: Int
    private var head: [UInt8] = []
    /// A ring once it is full; made when the head is.
    private var ring: [UInt8] = []
    private var ringBytes = 0
    private(set) var totalBytes = 0

    init(limitBytes: Int) {
        half = max(1, limitBytes / 2)
    }

    mutating func append(_ bytes: [UInt8]) {
        totalBytes += bytes.count
        let first = min(bytes.count, half - head.count)
        if first > 0 { head.append(contentsOf: bytes[..<first]) }
        guard first < bytes.count else { return }
        if ring.isEmpty { ring = [UInt8](repeating: 0, count: half) }
        // Of what is longer than the ring only the end stays, but the position counts all of it.
        var start = max(first, bytes.count - half)
        ringBytes += start - first
        while start < bytes.count {
            let position = ringBytes % half
            let count = min(bytes.count - start, half - position)
            ring.withUnsafeMutableBytes { target in
                bytes.withUnsafeBytes { source in
                    target[position..<(position + count)].copyBytes(from: source[start..<(start + count)])
                }
            }
            start += count
            ringBytes += count
        }
    }

    /// The output, with a line that says how much is missing; cut at line ends where there are any.
    var text: String {
        let end: [UInt8] =
            ringBytes <= half
            ? Array(ring.prefix(ringBytes)) : Array(ring[(ringBytes % half)...] + ring[..<(ringBytes % half)])
        guard head.count + end.count < totalBytes else {
            return String(decoding: head + end, as: UTF8.self)
        }
        let newline = UInt8(ascii: "\n")
        let first = head.lastIndex(of: newline).map { head[...$0] } ?? head[...]
        let last = end.firstIndex(of: newline).map { end[($0 + 1)...] } ?? end[...]
        let leftOut = totalBytes - first.count - last.count
        let gap = first.last == newline ? "" : "\n"
        return String(decoding: first, as: UTF8.self) + gap + "[… \(leftOut) bytes left out …]\n"
            + String(decoding: last, as: UTF8.self)
    }
}
