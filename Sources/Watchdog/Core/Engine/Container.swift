/// What an engine says of one container, or of one service of an orchestrator.
package struct Container: Sendable, Equatable, Codable {
    package var id: String
    package var name: String
    /// Content digest of the image it runs, such as `sha256:…`.
    package var image: String
    /// The reference it was created with, such as `labapp:current`; empty when created by digest.
    package var reference: String
    package var state: State
    /// Changes with every start: two equal incarnations are the same run of the program.
    package var incarnation: String
    package var exitCode: Int?
    package var isOutOfMemory: Bool
    /// The engine's own verdict; nil when the container declares no health check.
    package var health: Health?
    /// Whether the engine starts it again by itself when it ends.
    package var restartsItself: Bool
    /// How long the engine waits between asking the program to stop and killing it.
    package var stopTimeout: Duration
    /// What differs from the container it was created after, but for the image; empty when nothing does.
    package var differences: [String]

    package enum State: String, Sendable, Equatable, Codable {
        case created
        case running
        case paused
        case restarting
        case exited
        /// Between states, or broken: removing, dead.
        case other
    }

    package enum Health: String, Sendable, Equatable, Codable {
        case starting
        case healthy
        case unhealthy
    }

    package init(
        id: String, name: String, image: String, reference: String = "", state: State,
        incarnation: String = "", exitCode: Int? = nil, isOutOfMemory: Bool = false, health: Health? = nil,
        restartsItself: Bool = false, stopTimeout: Duration = .seconds(10), differences: [String] = []
    ) {
        self.id = id
        self.name = name
        self.image = image
        self.reference = reference
        self.state = state
        self.incarnation = incarnation
        self.exitCode = exitCode
        self.isOutOfMemory = isOutOfMemory
        self.health = health
        self.restartsItself = restartsItself
        self.stopTimeout = stopTimeout
        self.differences = differences
    }

    package var isUp: Bool { state == .running || state == .restarting || state == .paused }
}
