/// Tells apart what a person set on a container from what its image brought along.
///
/// An engine merges an image's defaults into a container's `Config` at creation and remembers no difference. To give
/// the container another image without the old one's defaults, they are taken off again:
///
///     Config = merge(overrides, image)        overrides = subtract(Config, image)
///
/// A value set by hand to just what the image says is taken for the image's: nothing tells them apart.
enum ConfigDefaults {
    /// Merged member by member.
    private static let maps: Set<String> = ["ExposedPorts", "Labels", "Volumes"]
    /// Taken from the image where empty. Everything not named here the engine takes from the container alone.
    private static let scalars: Set<String> = ["StopSignal", "User", "WorkingDir"]

    /// What remains of a container's `Config` without its image's; members not listed above stay as they are.
    static func subtract(image: JSON, from config: JSON) -> JSON {
        var result = config
        let environment = Set((image["Env"].array ?? []).compactMap(\.string))
        result["Env"] = JSON(config["Env"].strings.filter { !environment.contains($0) })
        for key in maps {
            let defaults = image[key].object ?? [:]
            result[key] = .object((config[key].object ?? [:]).filter { defaults[$0.key] != $0.value })
        }
        for key in scalars where config[key] == image[key] { result.remove(key) }
        subtractCommand(image: image, from: &result)
        let health = image["Healthcheck"].object ?? [:]
        if let own = config["Healthcheck"].object {
            let rest = own.filter { health[$0.key] != $0.value }
            if rest.isEmpty { result.remove("Healthcheck") } else { result["Healthcheck"] = .object(rest) }
        }
        return result
    }

    /// An entry point of one's own makes the engine forget the image's command, so the two go together.
    private static func subtractCommand(image: JSON, from config: inout JSON) {
        let command = config["Cmd"].strings
        let imageCommand = image["Cmd"].strings
        guard config["Entrypoint"].strings == image["Entrypoint"].strings else {
            // An entry point taken away is said with one empty word; an empty list would mean the image's.
            if config["Entrypoint"].isUnset { config["Entrypoint"] = [""] }
            return
        }
        if command == imageCommand {
            config.remove("Entrypoint")
            config.remove("Cmd")
        } else if !command.isEmpty {
            config.remove("Entrypoint")
        }
    }

    /// The `Config` an engine makes of overrides and an image's own.
    static func merge(_ overrides: JSON, image: JSON) -> JSON {
        var result = overrides
        let own = overrides["Env"].strings
        let names = Set(own.map(Self.name))
        result["Env"] = JSON(own + image["Env"].strings.filter { !names.contains(Self.name($0)) })
        for key in maps {
            let defaults = image[key].object ?? [:]
            result[key] = .object(defaults.merging(overrides[key].object ?? [:]) { $1 })
        }
        for key in scalars where overrides[key].isUnset || overrides[key] == "" { result[key] = image[key] }
        if overrides["Entrypoint"].isUnset {
            result["Entrypoint"] = image["Entrypoint"]
            if overrides["Cmd"].isUnset { result["Cmd"] = image["Cmd"] }
        } else if overrides["Entrypoint"] == [""] {
            result["Entrypoint"] = .null
        }
        if let health = image["Healthcheck"].object {
            let own = (overrides["Healthcheck"].object ?? [:]).filter { !$0.value.isUnset && $0.value != 0 }
            result["Healthcheck"] = .object(health.merging(own) { $1 })
        }
        return result
    }

    /// `A` of `A=1`.
    static func name(_ variable: String) -> String {
        String(variable.prefix { $0 != "=" })
    }
}
