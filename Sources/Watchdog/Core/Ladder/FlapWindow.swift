/// The last results of a probe, as bits: N failures of the last M are one verdict, however they are spread.
package struct FlapWindow: Sendable, Equatable {
    private var bits: UInt64 = 0
    private var count = 0
    private let size: Int

    /// - Parameter size: 1 to 64.
    package init(size: Int) { self.size = min(max(size, 1), 64) }

    package mutating func push(failed: Bool) {
        bits = (bits << 1 | (failed ? 1 : 0)) & (size == 64 ? .max : (1 << UInt64(size)) - 1)
        count = min(count + 1, size)
    }

    package var failures: Int { bits.nonzeroBitCount }

    package mutating func clear() {
        bits = 0
        count = 0
    }
}
