import ServiceLifecycle
import Watchdog

/// Opens and resolves alerts through PagerDuty's Events API v2, or whatever speaks it.
package struct PagerDutyNotifier: Notifier {
    /// When somebody is called.
    package enum Trigger: String, Sendable, CaseIterable {
        /// When a person is needed: the watchdog could not heal the service.
        case escalated
        /// At each incident; it resolves itself when the watchdog heals the service.
        case detected
    }

    private struct Event: Encodable {
        struct Payload: Encodable {
            var summary: String
            var source: String
            var severity: String
            var timestamp: String
            var component: String
            var group: String
            var eventClass: String?
            var details: NoticeDetails

            enum CodingKeys: String, CodingKey {
                case summary, source, severity, timestamp, component, group
                case eventClass = "class"
                case details = "custom_details"
            }
        }
        var routingKey: String
        var action: String
        var dedupKey: String
        var client = "lab watch"
        var payload: Payload?

        enum CodingKeys: String, CodingKey {
            case client, payload
            case routingKey = "routing_key"
            case action = "event_action"
            case dedupKey = "dedup_key"
        }
    }

    /// The longest summary that is taken.
    private static let summaryLimit = 1024

    package let desk: NoticeDesk

    package init(
        routingKey: String, trigger: Trigger = .escalated,
        url: String = "https://events.pagerduty.com/v2/enqueue", poster: HTTPPoster, setting: NotifierSetting
    ) {
        desk = setting.desk { notice in
            guard let event = Self.event(notice, routingKey, trigger, setting.environment) else {
                return .delivered
            }
            guard let body = try? CompactJSON.encode(event) else {
                return .refused("it could not be written as JSON")
            }
            return await poster.post(
                body, to: url, headers: [("Content-Type", "application/json")],
                timeout: setting.policy.timeout)
        }
    }

    /// Nil for what nobody is to be told. A resolve without an alert does no harm.
    private static func event(
        _ notice: Notice, _ routingKey: String, _ trigger: Trigger, _ environment: String
    ) -> Event? {
        switch notice.kind {
        case .rolledBack: return nil
        case .detected where trigger == .escalated: return nil
        case .resolved:
            return Event(routingKey: routingKey, action: "resolve", dedupKey: notice.incident)
        case .detected, .escalated:
            return Event(
                routingKey: routingKey, action: "trigger", dedupKey: notice.incident,
                payload: .init(
                    summary: String(notice.summary.prefix(summaryLimit)), source: environment,
                    severity: severity(notice), timestamp: WallTime.text(notice.wall),
                    component: notice.service, group: "healing-lab", eventClass: notice.details.cause,
                    details: notice.details))
        }
    }

    private static func severity(_ notice: Notice) -> String {
        if notice.kind == .escalated { return "critical" }
        switch notice.details.cause {
        case "requested": return "info"
        case "flapping": return "warning"
        default: return "error"
        }
    }
}
