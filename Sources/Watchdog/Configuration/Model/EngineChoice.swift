package import Watchdog

/// Which container engine to watch, and where it is found.
package struct EngineChoice: Sendable, Equatable {
    /// Nil looks for one: what `DOCKER_HOST` names, then Docker's and Podman's usual sockets.
    package var kind: EngineKind?
    /// Path of the engine's socket; nil for the usual one.
    package var socket: String?
    /// Folder in which the process engine keeps its containers.
    package var root: String?

    package init(kind: EngineKind? = nil, socket: String? = nil, root: String? = nil) {
        self.kind = kind
        self.socket = socket
        self.root = root
    }
}
