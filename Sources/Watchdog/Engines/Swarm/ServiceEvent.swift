internal import Watchdog

extension EngineEvent {
    /// Reads a message about a service, or about a container of one of its tasks, as an event of the service; nil for
    /// anything else.
    ///
    /// That a task is stopped or signalled says nothing here: Swarm does so with every update. A person stops a service
    /// by asking for no tasks of it.
    package init?(serviceMessage message: JSON) {
        let attributes = message["Actor"]["Attributes"]
        if message["Type"].string == "service" {
            guard let id = message["Actor"]["ID"].string else { return nil }
            let kind: Kind
            switch message["Action"].string {
            case "create": kind = .created
            case "update": kind = .updated
            case "remove": kind = .removed
            default: return nil
            }
            self.init(kind, id: id, name: attributes["name"].string ?? "")
            return
        }
        guard let id = attributes["com.docker.swarm.service.id"].string,
            let event = EngineEvent(message: message)
        else { return nil }
        switch event.kind {
        case .died, .outOfMemory, .started, .health:
            self.init(event.kind, id: id, name: attributes["com.docker.swarm.service.name"].string ?? "")
        default: return nil
        }
    }
}
