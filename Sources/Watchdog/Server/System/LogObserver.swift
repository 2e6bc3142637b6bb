import Foundation
package import Incident
package import Logging
package import Watchdog

/// Writes one line for each piece of news, for a terminal or a journal.
package struct LogObserver: WatchObserver {
    package enum Format: Sendable {
        /// `web: incident 0f3a… opened: failing`
        case plain
        /// One JSON object a line.
        case json
    }

    private struct Line: Encodable {
        var time: String
        var service: String
        var event: String
        var details: AnnouncementRecord?
        var message: String?
    }

    private let format: Format
    private let wall: @Sendable () -> Int64
    private let sink: @Sendable (Logger.Level, String) -> Void

    /// - Parameters:
    ///   - wall: milliseconds since 1970; for news that bring no time of their own.
    ///   - sink: takes a line without its end.
    package init(
        _ format: Format, wall: @escaping @Sendable () -> Int64,
        sink: @escaping @Sendable (Logger.Level, String) -> Void
    ) {
        self.format = format
        self.wall = wall
        self.sink = sink
    }

    package init(_ format: Format, wall: @escaping @Sendable () -> Int64, logger: Logger) {
        self.init(format, wall: wall) { level, line in logger.log(level: level, "\(line)") }
    }

    package func announced(_ service: String, _ announcement: Announcement, at moment: Moment) {
        let record = AnnouncementRecord(announcement)
        let level: Logger.Level =
            switch announcement {
            case .opened, .declined: .warning
            case .closed(_, .escalated): .error
            default: .info
            }
        let line = Line(
            time: WallTime.text(moment.wall), service: service, event: record.kind, details: record)
        write(level, line, plain: record.sentence)
    }

    package func reported(_ service: String, _ report: IncidentReport, incident: ClosedIncident) {
        let line = Line(
            time: WallTime.text(incident.closed.wall), service: service, event: "incident",
            message: report.data.summary)
        write(.notice, line, plain: report.data.summary)
    }

    package func troubled(_ service: String, _ message: String) {
        let line = Line(time: WallTime.text(wall()), service: service, event: "trouble", message: message)
        write(.error, line, plain: "trouble: \(message)")
    }

    private func write(_ level: Logger.Level, _ line: Line, plain: String) {
        switch format {
        case .plain: sink(level, Self.oneLine("\(line.service): \(plain)"))
        case .json:
            guard let data = try? CompactJSON.encode(line) else { return }
            sink(level, String(decoding: data, as: UTF8.self))
        }
    }

    /// Nobody's text can begin a line of its own or move the cursor.
    static func oneLine(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .format: result += "\u{fffd}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
