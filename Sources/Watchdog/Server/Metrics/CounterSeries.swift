import CoreMetrics
import Synchronization

/// A number that only grows.
package final class CounterSeries: PrometheusSeries, CounterHandler, FloatingPointCounterHandler {
    package let family: String
    package let labels: String
    private let head: [UInt8]
    private let whole = Atomic<Int64>(0)
    /// What was added in fractions, as a bit pattern.
    private let fraction = Atomic<UInt64>(0)

    init(family: String, labels: String) {
        self.family = family
        self.labels = labels
        head = Array("\(family)\(labels) ".utf8)
    }

    package func increment(by amount: Int64) {
        guard amount > 0 else { return }
        whole.wrappingAdd(amount, ordering: .relaxed)
    }

    package func increment(by amount: Double) {
        guard amount > 0, amount.isFinite else { return }
        fraction.add(amount)
    }

    package func reset() {
        whole.store(0, ordering: .relaxed)
        fraction.store(0, ordering: .relaxed)
    }

    package func write(to text: inout [UInt8]) {
        let whole = whole.load(ordering: .relaxed)
        let fraction = Double(bitPattern: fraction.load(ordering: .relaxed))
        text += head
        text += (fraction == 0 ? "\(whole)" : PrometheusText.number(Double(whole) + fraction)).utf8
        text.append(UInt8(ascii: "\n"))
    }
}

extension Atomic<UInt64> {
    /// Adds to the number whose bit pattern this is.
    func add(_ amount: Double) {
        var old = load(ordering: .relaxed)
        while true {
            let new = (Double(bitPattern: old) + amount).bitPattern
            let (isDone, now) = weakCompareExchange(expected: old, desired: new, ordering: .relaxed)
            if isDone { return }
            old = now
        }
    }
}
