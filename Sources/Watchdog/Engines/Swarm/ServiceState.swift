internal import Watchdog

/// A service and its tasks, as read from a manager.
struct ServiceState: Sendable {
    let service: JSON
    /// Newest first.
    let tasks: [JSON]

    init(service: JSON, tasks: [JSON]) {
        self.service = service
        self.tasks = tasks.sorted { Self.created($0) > Self.created($1) }
    }

    /// Without the Z at the end, such times sort as text though their fractions have as many digits as they need.
    private static func created(_ task: JSON) -> Substring { (task["CreatedAt"].string ?? "").dropLast() }

    var id: String { service["ID"].string ?? "" }
    var name: String { service["Spec"]["Name"].string ?? "" }
    var spec: JSON { service["Spec"]["TaskTemplate"]["ContainerSpec"] }
    var reference: String { spec["Image"].string ?? "" }

    private static func state(_ task: JSON) -> String { task["Status"]["State"].string ?? "" }

    /// Made after the service as it is declared now. During an update the others still run: what they do says nothing
    /// about the image that the service was given.
    private var current: [JSON] {
        let declared = service["Spec"]["TaskTemplate"]
        return tasks.filter { task in
            task["Spec"]["ContainerSpec"]["Image"] == declared["ContainerSpec"]["Image"]
                && (task["Spec"]["ForceUpdate"].int ?? 0) == (declared["ForceUpdate"].int ?? 0)
        }
    }

    /// Meant to run and running.
    var running: [JSON] {
        current.filter { $0["DesiredState"].string == "running" && Self.state($0) == "running" }
    }

    /// How many tasks are to run; a global service has one to each node that Swarm gave one.
    var wanted: Int {
        service["Spec"]["Mode"]["Replicated"]["Replicas"].int
            ?? Set(tasks.filter { $0["DesiredState"].string == "running" }.compactMap { $0["NodeID"].string })
            .count
    }

    /// Newest task that ended badly.
    var failed: JSON? {
        current.first { ["failed", "rejected"].contains(Self.state($0)) }
    }

    private var isStarting: Bool {
        let coming: Set<String> = [
            "new", "pending", "assigned", "accepted", "preparing", "ready", "starting",
        ]
        return tasks.contains {
            ["running", "ready"].contains($0["DesiredState"].string ?? "") && coming.contains(Self.state($0))
        }
    }

    var state: Container.State {
        if wanted == 0 { return .exited }
        if running.count >= wanted { return .running }
        if tasks.isEmpty { return .created }
        let isBetween = isStarting || !running.isEmpty || ServiceUpdate.isOver(service) == false
        // Neither up nor down: Swarm is at it.
        return isBetween || current.isEmpty ? .other : .exited
    }

    /// Forced updates and the newest task: a restart by anyone, Swarm included, changes it.
    var incarnation: String {
        let forced = service["Spec"]["TaskTemplate"]["ForceUpdate"].int ?? 0
        let newest = (running.first ?? current.first ?? tasks.first)?["ID"].string ?? "none"
        return "\(forced)-\(newest)"
    }

    /// What became of the newest tasks, a line each: Swarm's own evidence.
    func evidence(limit: Int) -> [String] {
        let ended = tasks.filter { !($0["Status"]["Err"].string ?? "").isEmpty }
        return ended.prefix(limit).reversed().map { task in
            let code = task["Status"]["ContainerStatus"]["ExitCode"].int.map { ", exit code \($0)" } ?? ""
            let slot = task["Slot"].int.map { ".\($0)" } ?? ""
            return
                "swarm: task \(name)\(slot) \(Self.state(task))\(code): \(task["Status"]["Err"].string ?? "")"
        }
    }

    /// As the watchdog sees it; `image` and what one of its containers on this node tells are found out by the caller.
    func container(image: String, local: JSON?) -> Container {
        let failed = state == .running ? nil : failed
        let grace = spec["StopGracePeriod"].int.map { Duration.nanoseconds($0) }
        let condition = service["Spec"]["TaskTemplate"]["RestartPolicy"]["Condition"].string ?? "any"
        return Container(
            id: id, name: name, image: image,
            reference: reference.hasPrefix("sha256:")
                ? "" : String(reference.split(separator: "@").first ?? ""),
            state: state, incarnation: incarnation,
            // No tasks wanted is how a person stops a service: the code that a stop leaves.
            exitCode: wanted == 0 ? 143 : failed?["Status"]["ContainerStatus"]["ExitCode"].int,
            isOutOfMemory: state != .running && local?["State"]["OOMKilled"].bool == true,
            health: local?["State"]["Health"]["Status"].string.flatMap(Container.Health.init(rawValue:)),
            restartsItself: condition != "none", stopTimeout: grace ?? .seconds(10))
    }
}
