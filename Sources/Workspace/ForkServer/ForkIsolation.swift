/// How far the children of a fork server are kept from the machine.
package enum ForkIsolation: Sendable, Hashable, CustomStringConvertible {
    /// File systems, process table, network and shared memory of their own; the machine's files are read-only.
    case full
    /// Process groups and limits, and files protected where the kernel can; says why it is not more, and what is open.
    case partial(reason: String)

    package var description: String {
        switch self {
        case .full: "full"
        case .partial(let reason): "partial (\(reason))"
        }
    }
}
