/// A moment on the clock that starts when the machine boots, in nanoseconds.
///
/// Setting the wall clock does not move it, and it goes on while the machine sleeps; it can be kept in a journal
/// together with the boot it belongs to.
package struct BootInstant: InstantProtocol, Codable, Hashable, Sendable {
    package var nanoseconds: Int64

    package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    package static let zero = BootInstant(nanoseconds: 0)

    package func advanced(by duration: Duration) -> BootInstant {
        BootInstant(nanoseconds: nanoseconds &+ duration.wholeNanoseconds)
    }

    package func duration(to other: BootInstant) -> Duration {
        .nanoseconds(other.nanoseconds &- nanoseconds)
    }

    package static func < (left: BootInstant, right: BootInstant) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    package init(from decoder: any Decoder) throws {
        nanoseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(nanoseconds)
    }
}

extension Duration {
    /// Cut to nanoseconds, and to about 292 years.
    package var wholeNanoseconds: Int64 {
        let parts = components
        let (seconds, isTooLong) = parts.seconds.multipliedReportingOverflow(by: 1_000_000_000)
        if isTooLong { return parts.seconds < 0 ? .min / 4 : .max / 4 }
        return seconds &+ parts.attoseconds / 1_000_000_000
    }

    package var inSeconds: Double { Double(wholeNanoseconds) / 1e9 }
}
