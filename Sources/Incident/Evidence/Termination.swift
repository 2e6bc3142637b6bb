/// How a process ended.
package enum Termination: Codable, Sendable, Hashable {
    case exited(Int32)
    case signalled(Int32)
    /// The lab ended it: no progress within the limit.
    case timedOut

    package var isSuccess: Bool { self == .exited(0) }
}
