/// How bad an entry is.
enum LogLevel: Int, Comparable {
    case debug, info, warning, error

    static func < (left: LogLevel, right: LogLevel) -> Bool { left.rawValue < right.rawValue }
}

struct LogEntry: Equatable {
    let level: LogLevel
    let message: String
}

/// The most recent entries of a log.
struct LogBuffer {
    let limit: Int
    private(set) var entries: [LogEntry] = []

    init(limit: Int) {
        self.limit = max(1, limit)
    }

    mutating func log(_ level: LogLevel, _ message: String) {
        entries.append(LogEntry(level: level, message: message))
        if entries.count > limit {
            entries.removeFirst(entries.count - limit)
        }
    }

    /// The newest `count` messages at or above a level, oldest first.
    func tail(_ count: Int, atLeast level: LogLevel = .debug) -> [String] {
        entries.filter { $0.level >= level }.prefix(count).map(\.message)
    }

    /// The newest entry that holds the text.
    func latest(containing text: String) -> LogEntry? {
        entries.last { $0.message.contains(text) }
    }
}
