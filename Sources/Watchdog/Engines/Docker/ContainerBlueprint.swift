internal import Watchdog

/// Everything a container was made from, read off its inspection: enough to make another one like it.
///
/// It is read generically. What is dropped is listed; all else, known to the lab or not, is kept: a rollback that loses
/// a setting of a later engine than the lab's would be a fault of its own.
struct ContainerBlueprint: Sendable {
    let inspection: JSON
    /// `Config` of the image it runs.
    let image: JSON

    init(inspection: JSON, image: JSON) {
        self.inspection = inspection
        self.image = image["Config"]
    }

    var id: String { inspection["Id"].string ?? "" }
    var name: String { String((inspection["Name"].string ?? "").drop { $0 == "/" }) }
    var networkMode: String { inspection["HostConfig"]["NetworkMode"].string ?? "default" }

    /// Whether it lives in another container's network, which then also owns its host name.
    var borrowsNetwork: Bool { networkMode.hasPrefix("container:") }

    /// Why a container like this one cannot be made; nil where it can.
    var obstacle: String? {
        if inspection["HostConfig"]["AutoRemove"].bool == true {
            return
                "\(name) was started with --rm: the engine removes it as soon as it stops, so there is nothing"
                + " to return to; start it without --rm and with a restart policy"
        }
        if inspection["Config"]["Labels"]["com.docker.swarm.task.id"] != .null {
            return "\(name) belongs to a Swarm service: watch the service instead"
        }
        return nil
    }
}

extension ContainerBlueprint {
    /// `Config` without what the engine made up for this very container.
    var config: JSON {
        var config = inspection["Config"].without(["Image"])
        let hostname = config["Hostname"].string ?? ""
        let isMadeUp = hostname.isEmpty || id.hasPrefix(hostname)
        let isOthers = borrowsNetwork || inspection["HostConfig"]["UTSMode"].string == "host"
        if isMadeUp || isOthers { config.remove("Hostname") }
        if isOthers { config.remove("Domainname") }
        return config
    }

    /// `Config` without the image's defaults.
    var overrides: JSON { ConfigDefaults.subtract(image: image, from: config) }

    /// `HostConfig` with the volumes it has pinned by name, those without a name included: they hold its data.
    var hostConfig: JSON { hostConfig(butFor: []) }

    /// - Parameter unpinned: where volumes are mounted that are not to be pinned.
    func hostConfig(butFor unpinned: Set<String>) -> JSON {
        var host = inspection["HostConfig"]
        let volumes = (inspection["Mounts"].array ?? []).filter { $0["Type"].string == "volume" }
        if let mounts = host["Mounts"].array {
            host["Mounts"] = .array(
                mounts.map { mount in
                    guard mount["Type"].string == "volume", (mount["Source"].string ?? "").isEmpty,
                        let volume = volumes.first(where: { Self.equal($0["Destination"], mount["Target"]) })
                    else { return mount }
                    var pinned = mount
                    pinned["Source"] = volume["Name"]
                    return pinned
                })
        }
        var binds = host["Binds"].strings
        let inherits = !host["VolumesFrom"].isUnset
        let declared = inspection["Config"]["Volumes"].object ?? [:]
        for volume in volumes.sorted(by: { Self.path($0["Destination"]) < Self.path($1["Destination"]) }) {
            guard let name = volume["Name"].string, let target = volume["Destination"].string,
                !unpinned.contains(target)
            else { continue }
            let isBound = binds.contains { Self.target(ofBind: $0) == Self.path(volume["Destination"]) }
            let isMounted = (host["Mounts"].array ?? []).contains {
                Self.equal($0["Target"], volume["Destination"])
            }
            if isBound || isMounted || (inherits && declared[target] == nil) { continue }
            binds.append("\(name):\(target)" + (volume["RW"].bool == false ? ":ro" : ""))
        }
        host["Binds"] = binds.isEmpty ? .null : JSON(binds)
        host["Links"] = JSON(host["Links"].strings.map(Self.link))
        return host
    }

    /// `/db:/web/database`, as inspections have it, is `db:database` to create.
    private static func link(_ text: String) -> String {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard text.hasPrefix("/"), parts.count == 2 else { return text }
        return parts[0].dropFirst() + ":" + (parts[1].split(separator: "/").last ?? "")
    }

    private static func path(_ value: JSON) -> String {
        let text = value.string ?? ""
        return text.count > 1 && text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    private static func equal(_ left: JSON, _ right: JSON) -> Bool { path(left) == path(right) }

    /// `/data` of `volume:/data:ro`.
    private static func target(ofBind bind: String) -> String? {
        let parts = bind.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count > 1 ? path(.string(String(parts[1]))) : nil
    }
}
