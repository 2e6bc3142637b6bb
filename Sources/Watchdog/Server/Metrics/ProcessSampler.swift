package import CoreMetrics
import Foundation
import Synchronization

// Which module of C owns `timespec` depends on the order in which they are loaded; in a whole-module build it is this one.
#if canImport(CDispatch)
    import CDispatch
#endif

/// Tells what the watchdog itself uses, read at each scrape.
package final class ProcessSampler: Sendable {
    private let memory: Meter
    private let processor: FloatingPointCounter
    private let counted = Mutex(0.0)

    package init(factory: any MetricsFactory) {
        memory = Meter(label: WatchMetric.memory.name, dimensions: [], factory: factory)
        processor = FloatingPointCounter(label: WatchMetric.processor.name, dimensions: [], factory: factory)
        Meter(label: WatchMetric.started.name, dimensions: [], factory: factory)
            .set(Date().timeIntervalSince1970)
    }

    package func sample() {
        if let bytes = Self.residentBytes { memory.set(bytes) }
        let used = Self.processorSeconds
        counted.withLock {
            if used > $0 { processor.increment(by: used - $0) }
            $0 = max($0, used)
        }
    }

    /// Nil where there is no /proc.
    private static var residentBytes: Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let fields = text.split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { return nil }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
