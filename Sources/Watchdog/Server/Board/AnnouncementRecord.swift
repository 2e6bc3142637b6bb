package import Watchdog

/// An announcement as data: the same fields in `/events`, in log lines and on the terminal.
package struct AnnouncementRecord: Sendable, Equatable, Encodable {
    /// `state`, `opened`, `action`, `closed`, `promoted`, `deployed`, `held`, `cleared` or `declined`.
    package var kind: String
    package var state: String?
    package var incident: String?
    package var cause: String?
    package var verb: String?
    package var result: String?
    package var ending: String?
    package var reason: String?
    package var image: String?
    package var holds: [String]?

    package init(_ announcement: Announcement) {
        switch announcement {
        case .state(let name):
            kind = "state"
            state = name
        case .opened(let id, let cause):
            kind = "opened"
            incident = id
            self.cause = cause.rawValue
        case .action(let id, let verb, let result):
            kind = "action"
            incident = id
            self.verb = verb
            self.result = result
        case .closed(let id, let ending):
            kind = "closed"
            incident = id
            self.ending = ending.word
            reason = ending.reason
        case .promoted(let image):
            kind = "promoted"
            self.image = image
        case .deployed(let image):
            kind = "deployed"
            self.image = image
        case .held(let holds):
            kind = "held"
            self.holds = holds.map(\.rawValue)
        case .cleared: kind = "cleared"
        case .declined(let why):
            kind = "declined"
            reason = why
        }
    }

    /// For people; may hold anything that an engine or a configuration says.
    package var sentence: String {
        switch kind {
        case "state": "is \((state ?? "").replacing("_", with: " "))"
        case "opened": "incident \(incident ?? "") opened: \((cause ?? "").replacing("_", with: " "))"
        case "action": "\((verb ?? "").replacing("_", with: " ")): \(result ?? "")"
        case "closed":
            "incident \(incident ?? "") closed: \((ending ?? "").replacing("_", with: " "))"
                + (reason.map { " (\($0.replacing("_", with: " ")))" } ?? "")
        case "promoted": "known good: \(image ?? "")"
        case "deployed": "deployed: \(image ?? "")"
        case "held":
            holds?.isEmpty == false
                ? "held: \((holds ?? []).joined(separator: ", ").replacing("_", with: " "))"
                : "no longer held"
        case "cleared": "passes its probes again, no person is needed any more"
        default: "declined: \(reason ?? "")"
        }
    }
}
