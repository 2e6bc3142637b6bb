import CoreMetrics
import Synchronization

/// How many values fell below each of some bounds. Durations are told in seconds.
package final class HistogramSeries: PrometheusSeries, RecorderHandler, TimerHandler {
    private struct Counts {
        var buckets: [UInt64]
        var sum = 0.0
    }

    package let family: String
    package let labels: String
    private let bounds: [Double]
    /// One for each bound, one for infinity, the sum, the count.
    private let heads: [[UInt8]]
    private let counts: Mutex<Counts>

    init(family: String, labels: String, bounds: [Double]) {
        self.family = family
        self.labels = labels
        self.bounds = bounds
        counts = Mutex(Counts(buckets: [UInt64](repeating: 0, count: bounds.count + 1)))
        let open = labels.isEmpty ? "{" : labels.dropLast() + ","
        heads =
            (bounds + [.infinity]).map {
                Array("\(family)_bucket\(open)le=\"\(PrometheusText.number($0))\"} ".utf8)
            }
            + [Array("\(family)_sum\(labels) ".utf8), Array("\(family)_count\(labels) ".utf8)]
    }

    package func record(_ value: Int64) { record(Double(value)) }

    package func record(_ value: Double) {
        guard value.isFinite else { return }
        let place = bounds.firstIndex { value <= $0 } ?? bounds.count
        counts.withLock {
            $0.buckets[place] += 1
            $0.sum += value
        }
    }

    package func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

    package func write(to text: inout [UInt8]) {
        let counts = counts.withLock { $0 }
        var total: UInt64 = 0
        for (head, count) in zip(heads, counts.buckets) {
            total += count
            Self.line(head, "\(total)", &text)
        }
        Self.line(heads[heads.count - 2], PrometheusText.number(counts.sum), &text)
        Self.line(heads[heads.count - 1], "\(total)", &text)
    }

    private static func line(_ head: [UInt8], _ number: String, _ text: inout [UInt8]) {
        text += head
        text += number.utf8
        text.append(UInt8(ascii: "\n"))
    }
}
