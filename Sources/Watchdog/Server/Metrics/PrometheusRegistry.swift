package import CoreMetrics
import Synchronization

/// The metrics system's backend: keeps every series and writes the Prometheus text format.
///
/// A series renders its name and labels once, when it is made; a scrape only appends bytes. The number of series of a
/// metric is bounded: beyond the limit they count, but are not shown, and `lab_watch_series_dropped_total` tells of them.
package final class PrometheusRegistry: MetricsFactory, Sendable {
    private struct Family {
        var declaration: MetricDeclaration
        var series: [String: any PrometheusSeries] = [:]
        /// In the order of their making.
        var order: [String] = []
        var isOrdered = true

        mutating func add(_ new: any PrometheusSeries) {
            _ = isOrdered ? [] : ordered()
            series[new.labels] = new
            order.append(new.labels)
        }

        mutating func ordered() -> [any PrometheusSeries] {
            if !isOrdered {
                order.removeAll { series[$0] == nil }
                isOrdered = true
            }
            return order.compactMap { series[$0] }
        }
    }

    private let families: Mutex<[String: Family]>
    private let limit: Int
    private let dropped: CounterSeries
    private let samplers = Mutex<[@Sendable () -> Void]>([])

    /// - Parameter limit: series a metric may have.
    package init(declarations: [MetricDeclaration] = WatchMetric.all, limit: Int = 50_000) {
        self.limit = limit
        var families: [String: Family] = [:]
        for declaration in declarations { families[declaration.name] = Family(declaration: declaration) }
        dropped = CounterSeries(family: WatchMetric.seriesDropped.name, labels: "")
        families[dropped.family, default: Family(declaration: WatchMetric.seriesDropped)].add(dropped)
        self.families = Mutex(families)
    }

    /// Runs before each scrape, for values that are read rather than counted.
    package func beforeScrape(_ sampler: @escaping @Sendable () -> Void) {
        samplers.withLock { $0.append(sampler) }
    }

    /// Everything, in the text format. Metrics without a series are left out.
    package func scrape() -> [UInt8] {
        for sampler in samplers.withLock({ $0 }) { sampler() }
        let groups = families.withLock { families in
            families.keys.sorted().compactMap { name -> (MetricDeclaration, [any PrometheusSeries])? in
                guard let declaration = families[name]?.declaration, let series = families[name]?.ordered(),
                    !series.isEmpty
                else { return nil }
                return (declaration, series)
            }
        }
        var text: [UInt8] = []
        text.reserveCapacity(groups.reduce(0) { $0 + 256 + $1.1.count * 96 })
        for (declaration, series) in groups {
            text += "# HELP \(declaration.name) \(PrometheusText.escapedHelp(declaration.help))\n".utf8
            text += "# TYPE \(declaration.name) \(declaration.kind.rawValue)\n".utf8
            for series in series { series.write(to: &text) }
        }
        return text
    }

    // MARK: - MetricsFactory

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(.counter, label, dimensions) { CounterSeries(family: $0.name, labels: $1) }
    }

    package func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        series(.counter, label, dimensions) { CounterSeries(family: $0.name, labels: $1) }
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(.gauge, label, dimensions) { GaugeSeries(family: $0.name, labels: $1) }
    }

    package func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        if !aggregate {
            return series(.gauge, label, dimensions) { GaugeSeries(family: $0.name, labels: $1) }
        }
        return histogram(label, dimensions)
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histogram(label, dimensions)
    }

    private func histogram(_ label: String, _ dimensions: [(String, String)]) -> HistogramSeries {
        series(.histogram, label, dimensions) {
            HistogramSeries(family: $0.name, labels: $1, bounds: $0.buckets)
        }
    }

    package func destroyCounter(_ handler: any CounterHandler) { destroy(handler) }
    package func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) { destroy(handler) }
    package func destroyMeter(_ handler: any MeterHandler) { destroy(handler) }
    package func destroyRecorder(_ handler: any RecorderHandler) { destroy(handler) }
    package func destroyTimer(_ handler: any TimerHandler) { destroy(handler) }

    private func destroy(_ handler: AnyObject) {
        guard let series = handler as? any PrometheusSeries else { return }
        families.withLock { families in
            guard families[series.family]?.series[series.labels] === series else { return }
            families[series.family]?.series[series.labels] = nil
            families[series.family]?.isOrdered = false
        }
    }

    /// The series of that name and those labels, made when there is none.
    ///
    /// A second use of a name as another kind, or one series too many, gets a handler that nobody reads.
    private func series<Series: PrometheusSeries>(
        _ kind: MetricDeclaration.Kind, _ label: String, _ dimensions: [(String, String)],
        _ make: (MetricDeclaration, String) -> Series
    ) -> Series {
        let name = PrometheusText.metricName(label)
        let labels = PrometheusText.labels(dimensions)
        return families.withLock { families in
            let declaration =
                families[name]?.declaration
                ?? MetricDeclaration(kind, name, "Told by a library that the lab uses.")
            if let series = families[name]?.series[labels] as? Series { return series }
            let series = make(declaration, labels)
            guard declaration.kind == kind, families[name]?.series[labels] == nil,
                families[name]?.series.count ?? 0 < limit
            else {
                dropped.increment(by: 1 as Int64)
                return series
            }
            // In place: a copy of a family copies its thousands of series.
            families[name, default: Family(declaration: declaration)].add(series)
            return series
        }
    }
}
