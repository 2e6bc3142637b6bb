/// Where the watchdog serves its own metrics and status.
package struct ListenAddress: Sendable, Equatable, CustomStringConvertible {
    package var host: String
    /// 0 takes any free port.
    package var port: Int

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Reachable from this machine only.
    package static let standard = ListenAddress(host: "127.0.0.1", port: 9464)

    package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
