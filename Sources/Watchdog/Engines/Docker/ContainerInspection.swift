internal import Watchdog

extension Container {
    /// Reads an inspection (`GET /containers/{id}/json`); nil where it lacks an id.
    package init?(inspection: JSON) {
        guard let id = inspection["Id"].string else { return nil }
        let state = inspection["State"]
        let config = inspection["Config"]
        let reference = config["Image"].string ?? ""
        let started = state["StartedAt"].string ?? ""
        let policy = inspection["HostConfig"]["RestartPolicy"]["Name"].string ?? ""
        let word = State(word: state["Status"].string ?? "")
        self.init(
            id: id,
            name: String((inspection["Name"].string ?? "").drop { $0 == "/" }),
            image: Self.digest(inspection["Image"].string ?? ""),
            reference: reference.hasPrefix("sha256:") ? "" : reference,
            state: word,
            incarnation: started.hasPrefix("0001-") ? "" : started,
            exitCode: word == .exited || word == .other ? state["ExitCode"].int : nil,
            isOutOfMemory: state["OOMKilled"].bool ?? false,
            health: state["Health"]["Status"].string.flatMap(Health.init(rawValue:)),
            restartsItself: !["", "no"].contains(policy),
            stopTimeout: config["StopTimeout"].int.map { .seconds($0) } ?? .seconds(10))
    }

    /// Podman leaves the algorithm out.
    static func digest(_ text: String) -> String {
        text.isEmpty || text.contains(":") ? text : "sha256:\(text)"
    }
}

extension Container.State {
    /// The words of Docker and, where they differ, of Podman.
    init(word: String) {
        self =
            switch word {
            case "created", "configured", "initialized": .created
            case "running": .running
            case "paused": .paused
            case "restarting": .restarting
            case "exited", "stopped": .exited
            default: .other
            }
    }
}
