package import Watchdog

/// Where a runtime demo plays: an engine, and how its sample service is set up there. One file each.
package protocol DemoStage: Sendable {
    var engine: any ContainerEngine { get }
    var places: DemoPlaces { get }
    /// Variables by which a command reaches the engine.
    var access: [String: String] { get }

    /// Takes away what earlier demos left, and makes the sample service's files ready.
    func prepare() async throws

    /// Makes an image with these settings baked in, under this reference; returns its digest.
    func install(_ reference: String, settings: [String: String]) async throws -> String

    /// Does what a deploy does: points the service's own reference to an image and replaces its container.
    func deploy(_ service: DemoService, image: String) async throws

    /// A person stops it.
    func stop(_ name: String) async throws

    func tearDown() async
}

/// How the demo's service runs.
package struct DemoService: Sendable {
    package var name: String
    package var reference: String
    package var settings: [String: String]
    package var memoryLimitBytes: Int

    package init(
        name: String, reference: String, settings: [String: String], memoryLimitBytes: Int
    ) {
        self.name = name
        self.reference = reference
        self.settings = settings
        self.memoryLimitBytes = memoryLimitBytes
    }
}

/// Directories as the sample service sees them.
package struct DemoPlaces: Sendable {
    /// Survives a restart and not a rollback.
    package var own: String
    /// A restart clears it.
    package var scratch: String
    /// Outlives the container.
    package var data: String

    package init(own: String, scratch: String, data: String) {
        self.own = own
        self.scratch = scratch
        self.data = data
    }

    func fill(_ settings: [String: String]) -> [String: String] {
        settings.mapValues {
            $0.replacing("{own}", with: own).replacing("{scratch}", with: scratch)
                .replacing("{data}", with: data)
        }
    }
}
