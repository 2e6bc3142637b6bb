/// One thing that was looked at: what was found, what follows from it, what to do.
package struct Check: Codable, Sendable, Equatable {
    package enum Outcome: String, Codable, Sendable, CaseIterable {
        case ok
        /// Part of the lab cannot be used, or soon not.
        case warning
        /// The lab cannot heal.
        case failed
    }

    package var id: CheckID
    package var outcome: Outcome
    /// One line, without a full stop.
    package var finding: String
    /// What cannot be done without it; nil where all is well.
    package var meaning: String?
    /// What to install, start or free; nil where nothing has to be done.
    package var advice: String?

    enum CodingKeys: String, CodingKey {
        case id = "check"
        case outcome, finding, meaning, advice
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(outcome, forKey: .outcome)
        try container.encode(finding, forKey: .finding)
        // `null` rather than nothing: every field is always there.
        try container.encode(meaning, forKey: .meaning)
        try container.encode(advice, forKey: .advice)
    }

    static func ok(_ id: CheckID, _ finding: String) -> Check {
        Check(id: id, outcome: .ok, finding: finding)
    }

    static func warning(_ id: CheckID, _ finding: String, meaning: String, advice: String) -> Check {
        Check(id: id, outcome: .warning, finding: finding, meaning: meaning, advice: advice)
    }

    static func failed(_ id: CheckID, _ finding: String, meaning: String, advice: String) -> Check {
        Check(id: id, outcome: .failed, finding: finding, meaning: meaning, advice: advice)
    }
}
