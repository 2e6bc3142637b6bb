import CProcess
import Foundation

/// Cuts a stream of bytes into lines, keeping only the end of one that is too long.
struct LineScanner {
    /// A test may print for hours without a newline; the runner's own words stand at the end of the line.
    static let longest = 64 << 10

    private var partial: [UInt8] = []

    /// Hands each line that ends in `bytes` to `body`.
    ///
    /// By `memchr`, because a test that floods its output waits for this.
    mutating func scan(_ bytes: [UInt8], _ body: (UnsafeRawBufferPointer) -> Void) {
        bytes.withUnsafeBytes { buffer in
            var start = 0
            while start < buffer.count, let base = buffer.baseAddress {
                guard let found = memchr(base + start, 10, buffer.count - start) else { break }
                let end = base.distance(to: UnsafeRawPointer(found))
                if partial.isEmpty {
                    body(UnsafeRawBufferPointer(rebasing: buffer[max(start, end - Self.longest)..<end]))
                } else {
                    partial.append(contentsOf: buffer[start..<end])
                    partial.withUnsafeBytes { line in
                        body(UnsafeRawBufferPointer(rebasing: line[max(0, line.count - Self.longest)...]))
                    }
                    partial.removeAll(keepingCapacity: true)
                }
                start = end + 1
            }
            partial.append(contentsOf: buffer[max(start, buffer.count - Self.longest)...])
        }
        if partial.count > 2 * Self.longest { partial.removeFirst(partial.count - Self.longest) }
    }

    /// What came after the last newline.
    var rest: ArraySlice<UInt8> { partial.suffix(Self.longest) }

    static func contains(_ word: [UInt8], in line: UnsafeRawBufferPointer) -> Bool {
        guard let base = line.baseAddress else { return false }
        return lab_contains(base, line.count, word, word.count) != 0
    }
}
