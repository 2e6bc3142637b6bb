import CoreMetrics
import Watchdog

/// The series of one service, found once and kept.
struct ServiceMeters {
    static let outcomes: [ProbeResult.Outcome] = [.passed, .failed, .overloaded, .unknown]

    let service: String
    let factory: any MetricsFactory
    let probes: [Counter]
    let lastDuration: Meter
    let budgetLeft: Meter
    let budget: Meter
    let journalErrors: Counter
    let holds: [Hold: Meter]
    private var states: [String: Meter]
    private var counters: [String: Counter] = [:]
    private var state: String?

    init(service: String, factory: any MetricsFactory) {
        self.service = service
        self.factory = factory
        func meter(_ metric: MetricDeclaration, _ more: [(String, String)] = []) -> Meter {
            Meter(label: metric.name, dimensions: [("service", service)] + more, factory: factory)
        }
        probes = Self.outcomes.map {
            Counter(
                label: WatchMetric.probes.name,
                dimensions: [("service", service), ("outcome", $0.rawValue)], factory: factory)
        }
        lastDuration = meter(WatchMetric.lastProbeDuration)
        budgetLeft = meter(WatchMetric.budgetLeft)
        budget = meter(WatchMetric.budget)
        journalErrors = Counter(
            label: WatchMetric.journalErrors.name, dimensions: [("service", service)], factory: factory)
        holds = Dictionary(
            uniqueKeysWithValues: Hold.allCases.map {
                ($0, meter(WatchMetric.holds, [("hold", $0.rawValue)]))
            })
        states = Dictionary(
            uniqueKeysWithValues: WatchMetric.states.map { ($0, meter(WatchMetric.state, [("state", $0)])) })
    }

    mutating func stands(_ status: ServiceStatus) {
        if state != status.state {
            if let state { states[state]?.set(0) }
            state = status.state
            // A state that the list above lacks would be a bug of ours; it is shown all the same.
            let meter =
                states[status.state]
                ?? Meter(
                    label: WatchMetric.state.name,
                    dimensions: [("service", service), ("state", status.state)], factory: factory)
            states[status.state] = meter
            meter.set(1)
        }
        for (hold, meter) in holds { meter.set(status.holds.contains(hold) ? 1 : 0) }
        budgetLeft.set(status.budgetLeft)
        budget.set(status.budgetLimit)
    }

    /// A counter with labels beside the service, made at its first use.
    mutating func counter(_ metric: MetricDeclaration, _ more: [(String, String)]) -> Counter {
        let key = metric.name + more.map { "\u{0}\($0.1)" }.joined()
        if let counter = counters[key] { return counter }
        let counter = Counter(label: metric.name, dimensions: [("service", service)] + more, factory: factory)
        counters[key] = counter
        return counter
    }

    /// Takes the series out of the scrape.
    func destroy() {
        for counter in probes + counters.values + [journalErrors] { counter.destroy() }
        for meter in [lastDuration, budgetLeft, budget] + holds.values + states.values { meter.destroy() }
    }
}
