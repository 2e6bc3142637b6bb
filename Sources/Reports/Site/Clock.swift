import Foundation

/// Times of reports.
enum Clock {
    /// Milliseconds from the first of them; nil where one is no time, or where they are the lab's logical clock.
    static func offsets(of times: [String]) -> [Int]? {
        guard let first = times.first, !first.hasPrefix("2000-01-01T") else { return nil }
        let dates = times.compactMap(date)
        guard dates.count == times.count, let start = dates.first else { return nil }
        return dates.map { max(0, Int(($0.timeIntervalSince(start) * 1000).rounded())) }
    }

    private static func date(_ text: String) -> Date? {
        (try? Date(text, strategy: .iso8601))
            ?? (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
    }
}
