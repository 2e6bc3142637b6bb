import FlyingSocks
import Foundation

/// Another service that this one cannot work without, as `address:port`.
public struct Dependency: Equatable, Sendable {
    /// After this a connection that neither stands nor was refused counts as failed.
    static let timeoutSeconds = 1.0

    let host: String
    let port: UInt16

    init?(_ text: String) {
        let halves = text.split(separator: ":", omittingEmptySubsequences: false)
        guard halves.count == 2, let port = UInt16(halves[1]), Options.isAddress(halves[0]) else {
            return nil
        }
        host = String(halves[0])
        self.port = port
    }

    /// Whether it takes a connection now.
    func isReachable() async -> Bool {
        guard let address = try? .inet(ip4: host, port: port) as sockaddr_in,
            let socket = try? await AsyncSocket.connected(to: address, timeout: Self.timeoutSeconds)
        else { return false }
        try? socket.close()
        return true
    }
}
