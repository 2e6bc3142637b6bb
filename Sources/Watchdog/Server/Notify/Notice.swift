import Watchdog

/// Something about an incident that somebody outside should hear of.
package struct Notice: Sendable, Equatable {
    package enum Kind: String, Sendable, Equatable, CaseIterable {
        case detected
        case resolved
        /// The service runs a known-good image again.
        case rolledBack = "rolledback"
        /// A person is needed.
        case escalated
    }

    package var kind: Kind
    package var incident: String
    package var service: String
    /// Milliseconds since 1970.
    package var wall: Int64
    package var summary: String
    package var details: NoticeDetails
    /// Digest and reference of the image that runs, where it is known.
    package var image: String?
    package var reference: String?

    /// Tells notices apart: one of each kind for an incident, however often it is told.
    package var key: String { "\(incident)-\(kind.rawValue)" }
}

/// What a payload says beside its envelope. Output of the service is never part of it: it may hold secrets.
package struct NoticeDetails: Sendable, Equatable, Encodable {
    package var incident: String
    package var service: String
    package var cause: String?
    package var ending: String?
    package var reason: String?
    package var restartBudgetLeft: Int?
    package var imageBefore: String?
    package var imageAfter: String?
    package var timeToDetect: Int64?
    package var timeToRecover: Int64?

    enum CodingKeys: String, CodingKey {
        case incident, service, cause, ending, reason
        case restartBudgetLeft = "restart_budget_left"
        case imageBefore = "image_before"
        case imageAfter = "image_after"
        case timeToDetect = "time_to_detect_ms"
        case timeToRecover = "time_to_recover_ms"
    }

    init(incident: String, service: String) {
        self.incident = incident
        self.service = service
    }

    init(_ closed: ClosedIncident) {
        let open = closed.incident
        incident = open.id
        service = closed.service
        cause = open.cause.rawValue
        ending = closed.ending.word
        reason = closed.ending.reason
        restartBudgetLeft = closed.budgetLeft
        imageBefore = open.imageBefore
        imageAfter = open.imageAfter
        func since(_ moment: Moment) -> Int64 {
            max(0, open.firstFailure.boot.duration(to: moment.boot).wholeNanoseconds / 1_000_000)
        }
        timeToDetect = since(open.opened)
        switch closed.ending {
        case .healed, .recovered: timeToRecover = since(closed.closed)
        case .escalated, .superseded: break
        }
    }
}
