/// Changes of a service's declaration. Everything else in it passes through as it was read.
enum ServiceUpdate {
    /// Holds the failure action that a service had before ``hold(_:)``; on the service itself, to outlive the watchdog.
    static let heldLabel = "healing-lab.held-failure-action"

    /// Makes Swarm replace every task though nothing else changes.
    static func force(_ spec: JSON) -> JSON {
        var spec = spec
        spec["TaskTemplate"]["ForceUpdate"] = JSON((spec["TaskTemplate"]["ForceUpdate"].int ?? 0) + 1)
        return spec
    }

    static func setImage(_ spec: JSON, _ image: String) -> JSON {
        var spec = spec
        spec["TaskTemplate"]["ContainerSpec"]["Image"] = .string(image)
        return spec
    }

    /// Keeps Swarm from rolling an update back by itself: it would bring back the image that the watchdog just left,
    /// if the first seconds after the update are bad. It pauses instead, and the watchdog decides.
    static func hold(_ spec: JSON) -> JSON {
        guard spec["UpdateConfig"]["FailureAction"].string == "rollback" else { return spec }
        var spec = spec
        spec["UpdateConfig"]["FailureAction"] = "pause"
        spec["Labels"][heldLabel] = "rollback"
        return spec
    }

    /// Undoes ``hold(_:)``; nil where there is nothing to undo.
    static func release(_ spec: JSON) -> JSON? {
        guard let action = spec["Labels"][heldLabel].string else { return nil }
        var spec = spec
        spec["UpdateConfig"]["FailureAction"] = .string(action)
        spec["Labels"].remove(heldLabel)
        return spec
    }

    /// Whether an update has come to its end; nil right after it was asked for, before Swarm has begun. Changing the
    /// declaration before that would start it over.
    static func isOver(_ service: JSON) -> Bool? {
        guard let state = service["UpdateStatus"]["State"].string else { return nil }
        return !["updating", "rollback_started"].contains(state)
    }
}
