/// Whether the watch itself does its work.
package enum WatchHealth: Sendable, Equatable {
    case ok
    /// One sentence.
    case stuck(String)
}
