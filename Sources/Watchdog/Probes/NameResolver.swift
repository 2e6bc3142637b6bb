import NIOCore
import NIOPosix
import Synchronization

/// Resolves names off the event loop, each name once at a time.
///
/// NIO's own resolver has one queue for each loop: there, one name whose server does not answer would hold up the
/// names of all other services. Here a dead name holds one of a few threads, and whoever asks for it again joins the
/// lookup on its way.
final class NameResolver: Sendable {
    private struct Waiter: Sendable {
        let loop: any EventLoop
        let then: @Sendable (NameAnswer) -> Void
    }

    private struct State {
        var pool: NIOThreadPool?
        var waiters: [String: [Waiter]] = [:]
        var isStopped = false
    }

    private static let threads = 4

    private let lookup: @Sendable (String) -> NameAnswer
    private let state = Mutex(State())

    init(lookup: @escaping @Sendable (String) -> NameAnswer) { self.lookup = lookup }

    func resolve(_ host: String, on loop: any EventLoop, then: @escaping @Sendable (NameAnswer) -> Void) {
        let pool: NIOThreadPool? = state.withLock { state in
            guard !state.isStopped else { return nil }
            let isUnderWay = state.waiters[host] != nil
            state.waiters[host, default: []].append(Waiter(loop: loop, then: then))
            if isUnderWay { return nil }
            if let pool = state.pool { return pool }
            let pool = NIOThreadPool(numberOfThreads: Self.threads)
            pool.start()
            state.pool = pool
            return pool
        }
        pool?.submit { [self] _ in
            let answer = lookup(host)
            let waiters = state.withLock { $0.waiters.removeValue(forKey: host) ?? [] }
            for waiter in waiters { waiter.loop.execute { waiter.then(answer) } }
        }
    }

    /// Does not wait for lookups on their way: they end by themselves and are told to nobody.
    func stop() {
        let pool = state.withLock { state in
            state.isStopped = true
            state.waiters = [:]
            return state.pool
        }
        pool?.shutdownGracefully { _ in }
    }
}
