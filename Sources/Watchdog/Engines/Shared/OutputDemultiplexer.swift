/// Takes an engine's output stream apart: frames of an 8-byte header (stream, three zeros, length) and their content.
///
///     [1 0 0 0 | 0 0 0 5] h e l l o [2 0 0 0 | 0 0 0 3] e r r …
///
/// A container with a terminal has no frames; its bytes come as they are.
struct OutputDemultiplexer: Sendable {
    private(set) var output: [UInt8] = []
    private let isRaw: Bool
    private let keep: Keep
    private let limitBytes: Int
    private var header: [UInt8] = []
    private var remaining = 0

    enum Keep: Sendable {
        case first
        case last
    }

    /// Beyond `limitBytes` the rest is read and forgotten, so that a flood neither fills memory nor blocks the engine.
    init(isRaw: Bool, keep: Keep, limitBytes: Int) {
        self.isRaw = isRaw
        self.keep = keep
        self.limitBytes = limitBytes
    }

    mutating func take(_ bytes: [UInt8]) {
        guard !isRaw else { return append(bytes[...]) }
        var rest = bytes[...]
        while !rest.isEmpty {
            if remaining > 0 {
                append(rest.prefix(remaining))
                let taken = min(remaining, rest.count)
                remaining -= taken
                rest = rest.dropFirst(taken)
            } else {
                let taken = min(8 - header.count, rest.count)
                header += rest.prefix(taken)
                rest = rest.dropFirst(taken)
                if header.count == 8 {
                    remaining = header[4...].reduce(0) { $0 << 8 | Int($1) }
                    header.removeAll(keepingCapacity: true)
                }
            }
        }
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) {
        switch keep {
        case .first: output += bytes.prefix(max(0, limitBytes - output.count))
        case .last:
            output += bytes
            // Cut rarely, at twice the size, so that cutting costs no more than reading.
            if output.count > 2 * limitBytes { output.removeFirst(output.count - limitBytes) }
        }
    }

    private var kept: ArraySlice<UInt8> {
        keep == .first ? output[...] : output.suffix(limitBytes)
    }

    var text: String { String(decoding: kept, as: UTF8.self) }

    /// Cut as bytes: to Swift a carriage return and the line feed after it are one character.
    func lines(last count: Int) -> [String] {
        var lines = kept.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
        }
        if lines.last == "" { lines.removeLast() }
        return lines.suffix(count)
    }
}
