import Foundation

/// What this process has used so far.
struct ProcessUse: Sendable {
    var cpuSeconds: Double
    var wall: ContinuousClock.Instant

    static var now: ProcessUse {
        var usage = rusage()
        #if os(Linux)
            let who = __rusage_who_t(RUSAGE_SELF.rawValue)
        #else
            let who = RUSAGE_SELF
        #endif
        getrusage(who, &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return ProcessUse(
            cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime), wall: ContinuousClock.now)
    }

    /// Part of one core, 1 for all of it.
    func share(since earlier: ProcessUse) -> Double {
        (cpuSeconds - earlier.cpuSeconds) / ((wall - earlier.wall) / .seconds(1))
    }

    /// Resident memory in MiB, now (`VmRSS`) or at most so far (`VmHWM`). The kernel's `ru_maxrss` would not do: it
    /// begins with what the parent had.
    static func memory(_ field: String) -> Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(field + ":") } ?? ""
        let kibibytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }
        return (kibibytes ?? .nan) / 1024
    }
}
