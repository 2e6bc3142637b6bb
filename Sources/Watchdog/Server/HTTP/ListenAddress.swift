/// Where the watch's pages are served.
package struct ListenAddress: Sendable, Equatable, CustomStringConvertible {
    /// An address or a name that resolves to one.
    package var host: String
    /// 0 for any free one.
    package var port: Int

    package init(host: String = "127.0.0.1", port: Int = 9464) {
        self.host = host
        self.port = port
    }

    package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    package var isLoopback: Bool { Self.isLoopback(host) }

    static func isLoopback(_ host: String) -> Bool {
        let host = host.lowercased()
        if host == "localhost" || host == "::1" { return true }
        let address = host.hasPrefix("::ffff:") ? String(host.dropFirst(7)) : host
        let parts = address.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return parts.count == 4 && parts[0] == 127 && !parts.contains(nil)
    }
}
