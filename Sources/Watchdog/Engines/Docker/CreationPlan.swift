internal import Watchdog

/// The requests that make a container like another one.
struct CreationPlan: Sendable, Equatable {
    var body: JSON
    /// Networks to join after creation, in this order: before engine 25, creation joins one only.
    var joins: [Join] = []
    /// A network that creation joins but the model had left.
    var leaves: String?

    struct Join: Sendable, Equatable {
        var network: String
        var settings: JSON
    }

    init(like model: ContainerBlueprint, image: String, version: EngineVersion) {
        body = model.overrides
        body["Image"] = .string(image)
        body["HostConfig"] = model.hostConfig
        let endpoints = model.endpoints
        let own = model.ownNetwork
        if let own, endpoints[own] == nil { leaves = own }
        var atCreation: [String: JSON] = [:]
        for (network, settings) in endpoints.sorted(by: { $0.key < $1.key }) {
            if network == "host" || network == "none" { continue }
            if network == own || version >= .joinsNetworksAtCreation {
                atCreation[network] = settings
            } else {
                joins.append(Join(network: network, settings: settings))
            }
        }
        // An endpoint without settings of its own comes with `NetworkMode`.
        if atCreation.count == 1, let own, atCreation[own]?.isUnset == true { atCreation = [:] }
        body["NetworkingConfig"] = ["EndpointsConfig": .object(atCreation)]
    }
}
