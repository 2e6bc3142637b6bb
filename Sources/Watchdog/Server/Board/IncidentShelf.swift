import Foundation
import Incident

/// The newest incidents' reports, newest first.
struct IncidentShelf: Sendable {
    private struct Item: Sendable {
        var summary: IncidentSummary
        var report: Data
    }

    /// Newest last.
    private var items: [Item] = []
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// The same id again replaces the former one.
    mutating func put(_ summary: IncidentSummary, report: Data) {
        items.removeAll { $0.summary.id == summary.id }
        // By their own times: those from a directory may be read in any order.
        let place = items.lastIndex { $0.summary.time <= summary.time }.map { $0 + 1 } ?? 0
        items.insert(Item(summary: summary, report: report), at: place)
        if items.count > limit { items.removeFirst(items.count - limit) }
    }

    var newestFirst: [IncidentSummary] { items.reversed().map(\.summary) }

    func report(_ id: String) -> Data? { items.last { $0.summary.id == id }?.report }
}
