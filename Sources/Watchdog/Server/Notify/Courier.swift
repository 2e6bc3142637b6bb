package import CoreMetrics
import ServiceLifecycle
import Synchronization
import Watchdog

/// Delivers notices one after the other, in its own time: a watch never waits for it.
///
///     offer ─► known? ─► queue (bounded) ─► attempt ─► delivered
///                                              ▲  │
///                                     backoff ─┘  └─► undelivered: counted, and told
package final class Courier: Service {
    private struct State {
        var queue: [Notice] = []
        var known = BoundedSet<String>(limit: 10_000)
        var isClosed = false
        var random: SplitMix
    }

    package let name: String
    private let policy: CourierPolicy
    private let attempt: @Sendable (Notice) async -> Delivery
    private let troubled: @Sendable (String) -> Void
    private let sleep: @Sendable (Duration) async throws -> Void
    private let state: Mutex<State>
    private let wakes: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation
    private let delivered: Counter
    private let retried: Counter
    private let undelivered: Counter
    private let pending: Meter

    /// - Parameters:
    ///   - name: names the channel in metrics and messages.
    ///   - troubled: told, in one sentence, of each notice that was not delivered.
    ///   - attempt: tries once, within the policy's time-out; must heed cancellation.
    package init(
        name: String, policy: CourierPolicy, factory: any MetricsFactory, seed: UInt64,
        troubled: @escaping @Sendable (String) -> Void,
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        attempt: @escaping @Sendable (Notice) async -> Delivery
    ) {
        self.name = name
        self.policy = policy
        self.troubled = troubled
        self.sleep = sleep
        self.attempt = attempt
        state = Mutex(State(random: SplitMix(seed: seed)))
        (wakes, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        func counter(_ result: String) -> Counter {
            Counter(
                label: WatchMetric.notifications.name, dimensions: [("channel", name), ("result", result)],
                factory: factory)
        }
        delivered = counter("delivered")
        retried = counter("retried")
        undelivered = counter("undelivered")
        pending = Meter(
            label: WatchMetric.notificationsPending.name, dimensions: [("channel", name)], factory: factory)
    }

    /// Takes a notice and returns at once; one that was taken before is passed over.
    package func offer(_ notice: Notice) {
        let (lost, reason) = state.withLock { state -> (Notice?, String) in
            guard state.known.insert(notice.key) else { return (nil, "") }
            if state.isClosed { return (notice, "the watchdog is ending") }
            state.queue.append(notice)
            let lost = state.queue.count > policy.queue ? state.queue.removeFirst() : nil
            pending.set(state.queue.count)
            return (lost, "too many wait")
        }
        wake.yield()
        if let lost { lose(lost, reason) }
    }

    /// Delivers until shutdown, then what still waits within the policy's drain time.
    package func run() async {
        await withTaskGroup { group in
            group.addTask { await self.work() }
            group.addTask {
                try? await gracefulShutdown()
                self.close()
                try? await self.sleep(self.policy.drain)
            }
            // Either all is delivered after the end, or the time for it is up.
            await group.next()
            group.cancelAll()
        }
        close()
        let left = state.withLock { state in
            let left = state.queue
            state.queue = []
            pending.set(0)
            return left
        }
        for notice in left { lose(notice, "the watchdog ended") }
    }

    private func close() {
        state.withLock { $0.isClosed = true }
        wake.yield()
    }

    private func work() async {
        var iterator = wakes.makeAsyncIterator()
        while !Task.isCancelled {
            let (next, isClosed) = state.withLock { ($0.queue.first, $0.isClosed) }
            if let next {
                if await deliver(next) { remove(next) }
            } else if isClosed {
                return
            } else {
                await iterator.next()
            }
        }
    }

    /// It may have been pushed out meanwhile.
    private func remove(_ notice: Notice) {
        state.withLock { state in
            if let first = state.queue.firstIndex(where: { $0.key == notice.key }) {
                state.queue.remove(at: first)
            }
            pending.set(state.queue.count)
        }
    }

    /// False when it was interrupted, so that it is still to be delivered.
    private func deliver(_ notice: Notice) async -> Bool {
        var tries = 0
        while true {
            tries += 1
            let result = await attempt(notice)
            if case .delivered = result {
                delivered.increment()
                return true
            }
            if Task.isCancelled { return false }
            switch result {
            case .delivered: return true
            case .refused(let reason):
                lose(notice, reason)
                return true
            case .failed(let reason, let after):
                guard tries < policy.attempts else {
                    lose(notice, "\(reason), \(tries) times")
                    return true
                }
                retried.increment()
                let wait = state.withLock { state in
                    policy.wait(afterAttempt: tries, asked: after, random: &state.random)
                }
                do { try await sleep(wait) } catch { return false }
            }
        }
    }

    private func lose(_ notice: Notice, _ reason: String) {
        undelivered.increment()
        troubled(
            "\(name): '\(notice.kind.rawValue)' of incident \(notice.incident) was not delivered: \(reason)")
    }
}
