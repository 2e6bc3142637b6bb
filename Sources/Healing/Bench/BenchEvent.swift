package import Scoreboard

/// What a run of the scoreboard tells whoever watches it.
package enum BenchEvent: Sendable {
    case started(BenchCase, repetition: Int)
    /// Progress inside of a trial; replaces the last one.
    case progress(BenchCase, String)
    case ended(BenchCase, Trial, done: Int, of: Int)
}
