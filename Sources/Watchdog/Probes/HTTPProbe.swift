import NIOCore
package import Watchdog

/// Sends one HTTP/1.1 request and judges the answer.
///
/// Everything counts against the one time-out: name, connection, handshake, redirects and body. It is built on NIO
/// itself: a look through AsyncHTTPClient took 1.7 times the processor time (1,000 looks a second), and does not tell a
/// kept connection that the server closed from a server that closes on everyone.
package struct HTTPProbe: Probe {
    private let lane: HTTPLane

    /// - Throws: `LabError` with `.badInput` for an address that is none.
    package init(_ spec: ProbeSpec.HTTP, timeout: Duration, network: ProbeNetwork) throws {
        lane = try HTTPLane(spec, limit: timeout, network: network)
    }

    package func look() async -> ProbeResult {
        let look = HTTPLook(lane)
        let loop = lane.loop
        return await withTaskCancellationHandler {
            await withUnsafeContinuation { continuation in
                if loop.inEventLoop {
                    look.begin(continuation)
                } else {
                    loop.execute { look.begin(continuation) }
                }
            }
        } onCancel: {
            loop.execute { look.giveUp() }
        }
    }
}
