/// One address of loopback per service: ports would run into those of other programs, and into the kernel's own range.
enum LoopbackAddress {
    /// More than these would leave the block.
    static let limit = 250 * 250

    static func of(_ index: Int) -> String { "127.77.\(index / 250).\(index % 250 + 1)" }
}
