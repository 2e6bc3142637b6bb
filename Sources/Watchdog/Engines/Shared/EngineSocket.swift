package import Watchdog

/// Where an engine listens: the path of its unix socket.
package struct EngineSocket: Sendable, Equatable, CustomStringConvertible {
    package static let standard = EngineSocket(path: "/var/run/docker.sock")

    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// Reads `unix://PATH` or a plain path; throws ``EngineFault`` `.refused` for anything else, such as `tcp://`:
    /// whoever reaches an engine owns its machine, so the lab speaks only to one it can reach through the file system.
    package init(parsing text: String) throws(EngineFault) {
        let path = text.hasPrefix("unix://") ? String(text.dropFirst("unix://".count)) : text
        guard path.hasPrefix("/") else {
            throw EngineFault(.refused, "\(text) is not the unix socket of an engine; give unix:///PATH")
        }
        self.init(path: path)
    }

    /// What the `docker` command would use: `DOCKER_HOST`, else ``standard``.
    package static func resolve(environment: [String: String]) throws(EngineFault) -> EngineSocket {
        guard let host = environment["DOCKER_HOST"], !host.isEmpty else { return .standard }
        return try EngineSocket(parsing: host)
    }

    package var description: String { "unix://\(path)" }
}
