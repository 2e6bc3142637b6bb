/// Time that passes by steps, not by seconds: the n-th reading is n seconds after the start of the year 2000.
package struct LogicalClock: Sendable {
    private var ticks = 0

    package init() {}

    /// The next instant, RFC 3339.
    package mutating func next() -> String {
        defer { ticks += 1 }
        return Self.text(ticks)
    }

    /// The instant after so many steps; a run has fewer than a day's seconds of them.
    package static func text(_ ticks: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "2000-01-01T\(two(ticks / 3600 % 24)):\(two(ticks / 60 % 60)):\(two(ticks % 60))Z"
    }
}
