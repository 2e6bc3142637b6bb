/// A fork server ended, or was ended, before it answered.
struct ForkServerEnded: Error, CustomStringConvertible {
    /// What it printed last.
    var console: String

    var description: String { "the fork server ended: \(console.suffix(2000))" }
}
