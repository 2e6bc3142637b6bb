/// Finds what a container lacks, or has too much, to be equal to another but for its image.
///
/// Everything an inspection tells is compared, except for what is listed here: a setting nobody thought of shows up.
enum ContainerDifferences {
    /// What no two containers share, what lasts only while one runs, and what follows from the settings compared.
    private static let ignored: Set<String> = [
        "AppArmorProfile", "Args", "Config", "Created", "ExecIDs", "GraphDriver", "HostConfig",
        "HostnamePath",
        "HostsPath", "Id", "Image", "ImageManifestDescriptor", "LogPath", "MountLabel", "Mounts", "Name",
        "NetworkSettings", "Path", "ProcessLabel", "ResolvConfPath", "RestartCount", "SizeRootFs", "SizeRw",
        "State",
        "Storage",
    ]

    /// Paths of the settings that differ, such as `HostConfig.Memory` or `Config.Env.MODE`; no values, which may be
    /// secret.
    static func between(_ model: ContainerBlueprint, and other: ContainerBlueprint) -> [String] {
        var paths: [String] = []
        let expected = ConfigDefaults.merge(model.overrides, image: other.image)
        compare(portrait(ofConfig: expected), portrait(ofConfig: other.config), "Config", &paths)
        let fresh = fresh(other, beside: model)
        let host = other.hostConfig(butFor: fresh)
        compare(portrait(ofHost: model.hostConfig), portrait(ofHost: host), "HostConfig", &paths)
        compare(
            .object(model.endpoints.mapValues(portrait(ofEndpoint:))),
            .object(other.endpoints.mapValues(portrait(ofEndpoint:))), "Networks", &paths)
        for network in Set(model.endpoints.keys).symmetricDifference(other.endpoints.keys) {
            paths.append("Networks.\(network)")
        }
        compare(mounts(of: model), mounts(of: other, butFor: fresh), "Mounts", &paths)
        compare(
            model.inspection.without(ignored), other.inspection.without(ignored), "", &paths)
        return Set(paths).sorted()
    }

    private static func compare(_ left: JSON, _ right: JSON, _ path: String, _ paths: inout [String]) {
        if left == right || (left.isUnset && right.isUnset) { return }
        guard left.object != nil || right.object != nil, left.object != nil || left.isUnset,
            right.object != nil || right.isUnset
        else { return paths.append(path) }
        for key in Set((left.object ?? [:]).keys).union((right.object ?? [:]).keys) {
            compare(left[key], right[key], path.isEmpty ? key : "\(path).\(key)", &paths)
        }
    }

    private static func portrait(ofConfig config: JSON) -> JSON {
        var portrait = config
        // As the engine sees them: the last of a name counts.
        let variables = config["Env"].strings.map { (ConfigDefaults.name($0), JSON.string($0)) }
        portrait["Env"] = .object(Dictionary(variables) { $1 })
        return portrait
    }

    private static func portrait(ofHost host: JSON) -> JSON {
        var portrait = host
        for key in ["Binds", "Links"] { portrait[key] = JSON(host[key].strings.sorted()) }
        // Here an empty list says: hide nothing; and null: what the engine hides by default.
        for key in ["MaskedPaths", "ReadonlyPaths"] where host[key] == [] { portrait[key] = "none" }
        return portrait
    }

    private static func portrait(ofEndpoint endpoint: JSON) -> JSON {
        var portrait = endpoint
        for key in ["Aliases", "Links"] { portrait[key] = JSON(endpoint[key].strings.sorted()) }
        return portrait
    }

    /// Where a container has volumes because its image says so and the other image did not: they hold no data yet.
    private static func fresh(_ one: ContainerBlueprint, beside model: ContainerBlueprint) -> Set<String> {
        Set((one.image["Volumes"].object ?? [:]).keys).subtracting(destinations(model))
    }

    private static func destinations(_ one: ContainerBlueprint) -> [String] {
        (one.inspection["Mounts"].array ?? []).compactMap { $0["Destination"].string }
    }

    /// By destination.
    private static func mounts(of one: ContainerBlueprint, butFor fresh: Set<String> = []) -> JSON {
        var result: [String: JSON] = [:]
        for mount in one.inspection["Mounts"].array ?? [] {
            guard let destination = mount["Destination"].string, !fresh.contains(destination) else {
                continue
            }
            // A volume's mode depends on how it was asked for; whether it can be written is in RW.
            result[destination] = mount.without(mount["Type"].string == "volume" ? ["Mode"] : [])
        }
        return .object(result)
    }
}
