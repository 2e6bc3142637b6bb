/// How one attempt to deliver a notice ended.
package enum Delivery: Sendable, Equatable {
    case delivered
    /// Worth another attempt, not before `after` where the other end said so.
    case failed(String, after: Duration? = nil)
    /// The other end will not have it, now or later.
    case refused(String)
}
