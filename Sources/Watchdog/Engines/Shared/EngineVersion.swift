internal import Watchdog

/// A version of the engine's HTTP interface, such as 1.41.
package struct EngineVersion: Sendable, Equatable, Comparable, CustomStringConvertible {
    package let major: Int
    package let minor: Int

    package init(_ major: Int, _ minor: Int) {
        self.major = major
        self.minor = minor
    }

    package init?(_ text: String) {
        let parts = text.split(separator: ".").map { Int($0) }
        guard parts.count == 2, let major = parts[0], let minor = parts[1] else { return nil }
        self.init(major, minor)
    }

    /// The newest that this code was written for. Engines speak older ones too, usually for years.
    package static let newest = EngineVersion(1, 47)
    /// Engine 17.03: the oldest whose containers know a stop time-out, without which a slow stop looks lost.
    package static let oldest = EngineVersion(1, 25)
    /// Since engine 25 a container is created with all its networks in one request.
    package static let joinsNetworksAtCreation = EngineVersion(1, 44)

    /// The version to speak with an engine that speaks `minimum` to `maximum`.
    ///
    /// One that speaks only newer versions is spoken to in its oldest, rather than not at all: settings pass through
    /// unread, so most of what is new does not matter here, and refusing would leave the services unwatched.
    package static func negotiate(
        minimum: EngineVersion, maximum: EngineVersion
    ) throws -> EngineVersion {
        guard maximum >= oldest else {
            throw EngineFailure.refused(
                EngineFault(
                    .tooOld,
                    "the engine speaks version \(maximum) of its interface; \(oldest) or later is needed"),
                status: 0)
        }
        return max(min(newest, maximum), minimum)
    }

    package static func < (left: EngineVersion, right: EngineVersion) -> Bool {
        (left.major, left.minor) < (right.major, right.minor)
    }

    package var description: String { "\(major).\(minor)" }
}
