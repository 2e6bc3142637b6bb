import NIOCore

/// A host and a port to connect to.
struct Endpoint: Sendable, Equatable {
    let host: String
    let port: Int
    /// Parsed once, so that a look at an address asks no resolver.
    let literal: SocketAddress?

    init(host: String, port: Int) {
        self.host = host
        self.port = port
        literal = try? SocketAddress(ipAddress: host, port: port)
    }
}
