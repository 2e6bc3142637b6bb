import NIOCore
package import Watchdog

/// Passes when a connection is accepted; it is closed at once.
///
/// The kernel accepts for a program that hangs until its backlog is full: an HTTP or exec probe sees that, this does not.
package struct TCPProbe: Probe {
    private let endpoint: Endpoint
    private let limit: Duration
    private let network: ProbeNetwork
    private let loop: any EventLoop

    package init(host: String, port: Int, timeout: Duration, network: ProbeNetwork) {
        endpoint = Endpoint(host: host, port: port)
        limit = timeout
        self.network = network
        loop = network.nextLoop()
    }

    package func look() async -> ProbeResult {
        let look = TCPLook(endpoint, limit: limit, network: network, loop: loop)
        return await withTaskCancellationHandler {
            await withUnsafeContinuation { continuation in loop.execute { look.begin(continuation) } }
        } onCancel: {
            loop.execute { look.giveUp() }
        }
    }
}
