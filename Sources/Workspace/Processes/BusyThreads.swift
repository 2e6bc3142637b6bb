import Foundation

/// How long a thread of a process has computed without a step forward.
struct BusyThreads {
    private let process: Int32
    private let limit: Duration
    /// Ticks of each thread when counting began.
    private var before: [Int32: Int]?
    private var lastLook: ContinuousClock.Instant?

    init(process: Int32, limit: Duration) {
        self.process = process
        self.limit = limit
    }

    /// The process got on: what it has used so far does not count.
    mutating func restart() { before = nil }

    /// Looks once a second at most.
    mutating func isOverLimit(at now: ContinuousClock.Instant) -> Bool {
        if let lastLook, now - lastLook < .seconds(1) { return false }
        lastLook = now
        let ticks = ThreadPicker.ticks(of: process)
        guard let before else {
            self.before = ticks
            return false
        }
        let most = ticks.map { $1 - (before[$0] ?? 0) }.max() ?? 0
        return .milliseconds(most * 1000 / Self.ticksPerSecond) >= limit
    }

    private static let ticksPerSecond = max(1, Int(sysconf(Int32(_SC_CLK_TCK))))
}
