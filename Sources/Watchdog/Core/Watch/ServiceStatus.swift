/// Where a watched service stands, for people and pages.
package struct ServiceStatus: Sendable, Equatable, Codable {
    package var service: String
    package var container: String
    /// A ladder state's name, such as `healthy` or `rolling_back`.
    package var state: String
    package var holds: [Hold]
    package var escalated: EscalationReason?
    /// Null while no readiness probe is declared or has answered.
    package var isReady: Bool?
    package var image: String?
    /// Newest last.
    package var knownGood: [String]
    package var rollbackTarget: String?
    package var budgetLeft: Int
    package var budgetLimit: Int
    /// The open incident's id.
    package var incident: String?
    package var incidents: Int
    package var lastProbe: String?

    enum CodingKeys: String, CodingKey {
        case service, container, state, holds, escalated, image, incident, incidents
        case isReady = "ready"
        case knownGood = "known_good"
        case rollbackTarget = "rollback_target"
        case budgetLeft = "restart_budget_left"
        case budgetLimit = "restart_budget"
        case lastProbe = "last_probe"
    }

    package init(
        service: String, container: String, state: String, holds: [Hold], escalated: EscalationReason?,
        isReady: Bool?, image: String?, knownGood: [String], rollbackTarget: String?, budgetLeft: Int,
        budgetLimit: Int, incident: String?, incidents: Int, lastProbe: String?
    ) {
        self.service = service
        self.container = container
        self.state = state
        self.holds = holds
        self.escalated = escalated
        self.isReady = isReady
        self.image = image
        self.knownGood = knownGood
        self.rollbackTarget = rollbackTarget
        self.budgetLeft = budgetLeft
        self.budgetLimit = budgetLimit
        self.incident = incident
        self.incidents = incidents
        self.lastProbe = lastProbe
    }
}
