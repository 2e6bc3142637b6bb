/// `container.json`: what a container is, as opposed to how it fares. Written by engines only, under the root's lock.
struct ContainerRecord: Sendable, Equatable, Codable {
    var id: String
    var name: String
    /// `sha256:…` of its release.
    var image: String
    var reference: String
    /// Seconds since 1970.
    var createdAt: Double
    var settings: ProcessSettings
}
