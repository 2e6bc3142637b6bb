import Foundation

/// The clock behind ``BootInstant``: `CLOCK_BOOTTIME` on Linux, the continuous clock elsewhere.
package struct BootClock: Clock {
    package typealias Instant = BootInstant

    package init() {}

    package var now: BootInstant {
        var time = timespec()
        #if os(Linux)
            clock_gettime(CLOCK_BOOTTIME, &time)
        #else
            clock_gettime(CLOCK_MONOTONIC, &time)
        #endif
        return BootInstant(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    package var minimumResolution: Duration { .nanoseconds(1) }

    package func sleep(until deadline: BootInstant, tolerance: Duration?) async throws {
        let rest = now.duration(to: deadline)
        if rest > .zero { try await Task.sleep(for: rest, tolerance: tolerance) }
    }

    /// Names the boot that instants belong to; instants of another boot cannot be compared with today's.
    package static let boot: String = {
        let text = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
        return text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "unknown"
    }()
}
