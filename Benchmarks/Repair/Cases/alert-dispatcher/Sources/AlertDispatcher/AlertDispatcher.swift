/// How urgent an alert is.
enum Severity: Int, Comparable {
    case notice, warning, critical

    static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}

/// A way to reach somebody.
protocol AlertChannel: AnyObject {
    var name: String { get }
    var minimumSeverity: Severity { get }
    /// Whether the message was taken.
    func send(_ message: String) -> Bool
}

/// Tries channels in order until one takes the message.
final class AlertDispatcher {
    private let channels: [any AlertChannel]
    private(set) var undelivered: [String] = []

    init(channels: [any AlertChannel]) {
        self.channels = channels
    }

    /// The name of the channel that took the message; nil if none did, and then the message is kept.
    @discardableResult
    func dispatch(_ message: String, severity: Severity) -> String? {
        var taker: String?
        for channel in channels where channel.minimumSeverity <= severity {
            if channel.send(message) {
                taker = channel.name
            }
        }
        if taker == nil { undelivered.append(message) }
        return taker
    }

    /// Tries undelivered messages again as critical ones and says how many were taken.
    func redeliver() -> Int {
        let waiting = undelivered
        undelivered.removeAll()
        waiting.forEach { dispatch($0, severity: .critical) }
        return waiting.count - undelivered.count
    }
}
