/// A container engine: the one protocol the watchdog knows. Implementations are in `Engines/`, one file each.
package protocol ContainerEngine: Sendable {
    var kind: EngineKind { get }

    /// Asks who is there. Throws ``EngineFault``: unreachable, denied, tooOld.
    func hello() async throws -> EngineInfo

    /// Carries a call out. Never throws: what went wrong is an answer. Its own time-outs derive from the stop time-out
    /// in the call, so that a slow stop is not taken for a lost one.
    func perform(_ call: EngineCall) async -> EngineReply

    /// Every container there is, running or not, without differences.
    func list() async throws -> [Container]

    /// Runs a command inside of a container; throws ``EngineFault`` when it could not be run.
    func execute(_ command: [String], in id: String, limit: Duration) async throws -> Execution

    /// Events from now on. The stream ends by throwing when the connection is lost; who listens then surveys again.
    func events() -> AsyncThrowingStream<EngineEvent, any Error>
}

package enum EngineKind: String, Sendable, Codable, CaseIterable {
    case docker
    case swarm
    case process

    /// Whether the engine replaces a service's containers by itself, given another image.
    package var replacesByItself: Bool { self == .swarm }
}

/// What an engine says of itself.
package struct EngineInfo: Sendable, Equatable, Codable {
    package var kind: EngineKind
    /// Such as `Docker Engine 20.10.24`.
    package var title: String
    /// The API version spoken; empty where there is none.
    package var api: String

    package init(kind: EngineKind, title: String, api: String) {
        self.kind = kind
        self.title = title
        self.api = api
    }
}

/// The end of a command run inside of a container.
package struct Execution: Sendable, Equatable {
    package var exitCode: Int
    /// The first 64 KiB of what it printed.
    package var output: String

    package init(exitCode: Int, output: String) {
        self.exitCode = exitCode
        self.output = output
    }
}
