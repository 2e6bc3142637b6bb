import Incident

/// Every fault there is for running services.
package enum ContainerFaultCatalogue {
    package static let all: [any ContainerFault] = [
        UnhealthyMarker(), TransientUnhealthy(), CrashLoop(), NeverReady(), Hang(), OOMKill(), Flapping(),
        BadGood(), NoFault(), SlowStart(), DependencyDown(), ManualStop(), EngineUnreachable(),
    ]

    /// By id or alias.
    package static func find(_ name: String) -> (any ContainerFault)? {
        all.first { $0.id == name || $0.aliases.contains(name) }
    }

    /// The name closest to `name`, for an error message; nil when none is close.
    package static func nearest(to name: String) -> String? {
        let names = all.flatMap { [$0.id] + $0.aliases }
        let ranked = names.map { (name: $0, distance: EditDistance.between(name, $0)) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(2, best.name.count / 2) ? best.name : nil
    }
}
