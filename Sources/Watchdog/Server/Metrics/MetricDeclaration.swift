/// What a scrape tells of a metric beside its numbers; `docs/watch-metrics.md` lists the same.
package struct MetricDeclaration: Sendable, Equatable {
    package enum Kind: String, Sendable {
        case counter
        case gauge
        case histogram
    }

    package var kind: Kind
    package var name: String
    package var help: String
    package var labels: [String]
    /// Upper bounds, ascending, without infinity; for histograms only.
    package var buckets: [Double]

    package init(
        _ kind: Kind, _ name: String, _ help: String, labels: [String] = [],
        buckets: [Double] = MetricDeclaration.seconds
    ) {
        self.kind = kind
        self.name = name
        self.help = help
        self.labels = labels
        self.buckets = kind == .histogram ? buckets : []
    }

    /// From a millisecond to ten seconds: what a probe takes.
    package static let seconds: [Double] = [
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ]
    /// From half a second to half an hour: what an incident takes.
    package static let incidentSeconds: [Double] = [0.5, 1, 2, 3, 5, 10, 20, 30, 60, 120, 300, 600, 1800]
}
