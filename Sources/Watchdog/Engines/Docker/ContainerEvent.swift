internal import Watchdog

extension EngineEvent {
    /// Reads one message of `GET /events` about a container; nil for what says nothing about its life, such as `exec`.
    package init?(message: JSON) {
        guard message["Type"].string ?? "container" == "container",
            let action = message["Action"].string ?? message["status"].string,
            let id = message["Actor"]["ID"].string ?? message["id"].string
        else { return nil }
        let attributes = message["Actor"]["Attributes"]
        let kind: Kind
        switch action {
        case "create": kind = .created
        case "start": kind = .started
        case "die", "died":
            kind = .died(
                exitCode: (attributes["exitCode"].string ?? attributes["containerExitCode"].string).flatMap {
                    Int($0)
                })
        case "oom": kind = .outOfMemory
        case "kill": kind = .signalled
        case "stop": kind = .stopped
        case "destroy", "remove": kind = .removed
        case "rename": kind = .renamed
        case "pause": kind = .paused
        case "unpause": kind = .unpaused
        default:
            let words = action.split(separator: ":").map { $0.drop { $0 == " " } }
            guard words.count == 2, words[0] == "health_status",
                let health = Container.Health(rawValue: String(words[1]))
            else { return nil }
            kind = .health(health)
        }
        self.init(kind, id: id, name: attributes["name"].string ?? "")
    }
}
