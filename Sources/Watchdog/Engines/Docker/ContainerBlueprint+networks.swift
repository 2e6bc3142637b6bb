extension ContainerBlueprint {
    /// What the engine works out by itself each time an endpoint comes up.
    private static let operational: Set<String> = [
        "DNSNames", "EndpointID", "Gateway", "GlobalIPv6Address", "GlobalIPv6PrefixLen", "IPAddress",
        "IPPrefixLen",
        "IPv6Gateway", "NetworkID",
    ]

    /// The networks it is in, with what was set for each: addresses, aliases, links, options.
    var endpoints: [String: JSON] {
        guard !borrowsNetwork else { return [:] }
        var endpoints: [String: JSON] = [:]
        for (name, endpoint) in inspection["NetworkSettings"]["Networks"].object ?? [:] {
            endpoints[name == "default" ? "bridge" : name] = settings(of: endpoint)
        }
        return endpoints
    }

    private func settings(of endpoint: JSON) -> JSON {
        var settings = endpoint.without(Self.operational)
        if !isOwnAddress(endpoint) { settings.remove("MacAddress") }
        // The engine adds these two by itself, the second where the host name was set.
        let added = [String(id.prefix(12)), inspection["Config"]["Hostname"].string ?? ""]
        settings["Aliases"] = JSON(endpoint["Aliases"].strings.filter { !added.contains($0) })
        let members = (settings.object ?? [:]).filter { !$0.value.isUnset && $0.value != "" && $0.value != 0 }
        return .object(members)
    }

    /// Whether a hardware address was set by hand. Before engine 25 such an address is in `Config`, which is kept; since
    /// then it is only here, mixed with those made up while the container runs: `02:42` and its IP address.
    private func isOwnAddress(_ endpoint: JSON) -> Bool {
        guard let address = endpoint["MacAddress"].string, !address.isEmpty else { return false }
        if endpoint["DNSNames"] == .null { return false }
        let ip = (endpoint["IPAddress"].string ?? "").split(separator: ".").compactMap { UInt8($0) }
        guard ip.count == 4 else { return true }
        let madeUp = ([0x02, 0x42] + ip).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        return address != madeUp.joined(separator: ":")
    }

    /// The network that `NetworkMode` joins; nil where it joins none: `host`, `none`, another container's.
    var ownNetwork: String? {
        switch networkMode {
        case "default", "bridge": return "bridge"
        case "host", "none": return nil
        default:
            if borrowsNetwork { return nil }
            let networks = inspection["NetworkSettings"]["Networks"].object ?? [:]
            return networks.first { $0.value["NetworkID"].string?.hasPrefix(networkMode) == true }?.key
                ?? networkMode
        }
    }
}
