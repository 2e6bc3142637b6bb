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
    private let patience: Duration
    private let interval: Duration
    private let identity: @Sendable () async -> String?
    private let isWell: @Sendable () async -> Bool
    private let book = Mutex(Book())

    /// - Parameters:
    ///   - identity: which run of which image every container of the trial is, and whether it is up; nil when the engine
    ///     does not say.
    ///   - isWell: one look of the oracle's own.
    init(
        _ item: BenchCase, patience: Duration = ServiceOracle.patience,
        interval: Duration = ServiceOracle.interval,
        identity: @escaping @Sendable () async -> String?, isWell: @escaping @Sendable () async -> Bool
    ) {
        self.item = item
        self.patience = patience
        self.interval = interval
        self.identity = identity
        self.isWell = isWell
    }

    func reached(_ phase: DemoPhase) async {
        switch phase {
        case .deployed, .provoked:
            let now = ContinuousClock.now
            let seen = await identity()
            book.withLock { book in
                book.broken = now
                book.before = seen
            }
        case .ended:
            let now = ContinuousClock.now
            book.withLock { if $0.closed == nil { $0.closed = now } }
            if item.expected != .leftAlone { await probe() }
            let seen = await identity()
            book.withLock { $0.after = seen }
        }
    }

    /// Hears the lab's own watchdog, for its times alone.
    func heard(_ announcement: Announcement) {
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
        let deadline = ContinuousClock.now + patience
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
            try? await Task.sleep(for: interval)
        } while ContinuousClock.now < deadline && !Task.isCancelled
        let (seen, since) = (looks, well)
        book.withLock { book in
            book.looks = seen
            book.well = since
        }
    }

    /// The trial, judged. Times are the patient's, so that one who is not well has none of recovery.
    func trial(_ repetition: Int, _ findings: ServiceFindings) -> Trial {
        let refusal = findings.refusal(expecting: item.expected)
        var times = item.isControl ? Trial.Times() : self.times
        if !findings.isWell { times.recover = nil }
        var detail = item.summary
        if refusal == .stillUnwell {
            detail += "; \(findings.looks.count { !$0 }) of \(findings.looks.count) looks failed"
        }
        return Trial(
            of: item, repetition: repetition, outcome: .init(expecting: item.expected, refusal: refusal),
            reason: refusal, detail: detail, times: times)
    }
}
