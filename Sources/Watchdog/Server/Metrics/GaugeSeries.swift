import CoreMetrics
import Synchronization

/// A number that goes up and down.
package final class GaugeSeries: PrometheusSeries, MeterHandler, RecorderHandler {
    package let family: String
    package let labels: String
    private let head: [UInt8]
    private let bits = Atomic<UInt64>(0)

    init(family: String, labels: String) {
        self.family = family
        self.labels = labels
        head = Array("\(family)\(labels) ".utf8)
    }

    package func set(_ value: Int64) { set(Double(value)) }
    package func set(_ value: Double) { bits.store(value.bitPattern, ordering: .relaxed) }
    package func increment(by amount: Double) { bits.add(amount) }
    package func decrement(by amount: Double) { bits.add(-amount) }
    package func record(_ value: Int64) { set(value) }
    package func record(_ value: Double) { set(value) }

    package func write(to text: inout [UInt8]) {
        text += head
        text += PrometheusText.number(Double(bitPattern: bits.load(ordering: .relaxed))).utf8
        text.append(UInt8(ascii: "\n"))
    }
}
