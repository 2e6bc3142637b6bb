import NIOCore
import NIOPosix
package import NIOSSL
import Synchronization

/// The one event loop, name resolver and trust store that all network probes share.
///
/// A thousand looks a second keep one thread busy for a few percent, so more threads only cost memory. Stop it after
/// the watches have ended: a look begun later would never end.
package final class ProbeNetwork: Sendable {
    private let group: MultiThreadedEventLoopGroup
    private let names: NameResolver
    /// Loading the system's certificates takes megabytes: not before the first `https` probe.
    private let trust = Mutex<NIOSSLContext?>(nil)
    private let trustRoots: NIOSSLTrustRoots

    /// - Parameters:
    ///   - trustRoots: who may vouch for `https` services.
    ///   - lookup: asks for a host's addresses; may block.
    package init(
        threads: Int = 1, trustRoots: NIOSSLTrustRoots = .default,
        lookup: @escaping @Sendable (String) -> NameAnswer = NameAnswer.ofSystem
    ) {
        self.trustRoots = trustRoots
        group = MultiThreadedEventLoopGroup(numberOfThreads: threads)
        names = NameResolver(lookup: lookup)
    }

    package func stop() async {
        names.stop()
        try? await group.shutdownGracefully()
    }

    func nextLoop() -> any EventLoop { group.next() }

    func resolve(_ host: String, on loop: any EventLoop, then: @escaping @Sendable (NameAnswer) -> Void) {
        names.resolve(host, on: loop, then: then)
    }

    func trustedContext() throws -> NIOSSLContext {
        try trust.withLock { context in
            if let context { return context }
            var configuration = TLSConfiguration.makeClientConfiguration()
            configuration.trustRoots = trustRoots
            let made = try NIOSSLContext(configuration: configuration)
            context = made
            return made
        }
    }
}
