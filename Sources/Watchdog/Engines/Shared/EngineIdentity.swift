internal import Watchdog

/// What `GET /version` tells: who is there, and which version of the interface to speak.
struct EngineIdentity: Sendable, Equatable {
    var title: String
    var version: EngineVersion

    /// Throws ``EngineFailure``: no engine's answer, or one too old.
    init(version answer: JSON) throws {
        guard let text = answer["ApiVersion"].string, let maximum = EngineVersion(text) else {
            throw EngineFailure.refused(
                EngineFault(.malformed, "what answers there names no ApiVersion: it is no container engine"),
                status: 0)
        }
        let minimum = answer["MinAPIVersion"].string.flatMap { EngineVersion($0) } ?? .oldest
        version = try EngineVersion.negotiate(minimum: minimum, maximum: maximum)
        let podman = answer["Components"].array?.first { $0["Name"].string == "Podman Engine" }
        let number = podman?["Version"].string ?? answer["Version"].string ?? "of unknown version"
        title = "\(podman == nil ? "Docker Engine" : "Podman") \(number)"
    }
}
