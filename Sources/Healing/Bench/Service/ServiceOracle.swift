import RuntimeHealing
import Scoreboard
import Synchronization
import Watchdog

/// Looks at a service from outside while a healer has it: by the engine's inspection and by probes of its own.
///
/// It does not probe before the healer is done: a service may count its probes, and would fail in another way.
final class ServiceOracle: Sendable {
    /// For a service to pass so many looks in a row after its healer is done; after this it counts as unwell.
    private static let patience: Duration = .seconds(20)
    private static let interval: Duration = .milliseconds(250)

    private struct Book: Sendable {
        var broken = ContinuousClock.now
        var opened: ContinuousClock.Instant?
        var closed: ContinuousClock.Instant?
        var before: String?
        var after: String?
        var looks: [Bool] = []
        /// When the last row of looks that passed began, where one had failed before it.
        var well: ContinuousClock.Instant?
    }

    private let item: BenchCase
    private let stage: any DemoStage
    private let isWell: @Sendable () async -> Bool
    private let book = Mutex(Book())

    init(_ item: BenchCase, stage: any DemoStage, isWell: @escaping @Sendable () async -> Bool) {
        self.item = item
        self.stage = stage
        self.isWell = isWell
    }

    func reached(_ phase: DemoPhase) async {
        switch phase {
        case .deployed, .provoked:
            let now = ContinuousClock.now
            let seen = await look()
            book.withLock { book in
                book.broken = now
                book.before = seen
            }
        case .ended:
            let now = ContinuousClock.now
            book.withLock { if $0.closed == nil { $0.closed = now } }
            if item.expected != .leftAlone { await probe() }
            let seen = await look()
            book.withLock { $0.after = seen }
        }
    }

    /// Hears the lab's own watchdog, for its times alone.
    func heard(_ event: RuntimeDemoEvent) {
        guard case .watchdog(let announcement) = event else { return }
        let now = ContinuousClock.now
        book.withLock { book in
            switch announcement {
            case .opened: if book.opened == nil { book.opened = now }
            case .closed: if book.closed == nil { book.closed = now }
            default: break
            }
        }
    }

    func findings(calledPerson: Bool, wasTimedOut: Bool = false) -> ServiceFindings {
        book.withLock {
            ServiceFindings(
                looks: $0.looks, before: $0.before, after: $0.after, calledPerson: calledPerson,
                wasTimedOut: wasTimedOut)
        }
    }

    /// From the moment the service was broken.
    var times: Trial.Times {
        book.withLock { book in
            func time(_ end: ContinuousClock.Instant?) -> Int? {
                end.map { max(0, Int(($0 - book.broken) / .milliseconds(1))) }
            }
            // A healer that is done before the service is well again has not recovered it by then.
            let recovered = book.well ?? book.closed
            // The watchdog names the failure in the moment it opens the incident.
            return Trial.Times(
                detect: time(book.opened), diagnose: time(book.opened), recover: time(recovered))
        }
    }

    private func probe() async {
        let deadline = ContinuousClock.now + Self.patience
        var looks: [Bool] = []
        var well: ContinuousClock.Instant?
        repeat {
            let now = ContinuousClock.now
            let passed = await isWell()
            if passed, looks.last == false { well = now }
            looks.append(passed)
            if looks.count >= ServiceFindings.looks,
                looks.suffix(ServiceFindings.looks).allSatisfy({ $0 }) || item.expected == .escalated
            {
                break
            }
            try? await Task.sleep(for: Self.interval)
        } while ContinuousClock.now < deadline && !Task.isCancelled
        let (seen, since) = (looks, well)
        book.withLock { book in
            book.looks = seen
            book.well = since
        }
    }

    /// Every container of the trial: which run of which image it is, and whether it is up. Nil when the engine does not say.
    private func look() async -> String? {
        guard let containers = try? await stage.engine.list() else { return nil }
        return containers.filter { $0.name.hasPrefix("labapp-demo") }.map {
            "\($0.name) \($0.image) \($0.incarnation) \($0.isUp ? "up" : "down")"
        }
        .sorted().joined(separator: "\n")
    }
}
