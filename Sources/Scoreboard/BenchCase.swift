package import Incident

/// One thing to measure: a fault that is to be healed, or a control in which nothing may be done.
package struct BenchCase: Codable, Sendable, Hashable {
    /// The right end of a trial.
    package enum Expectation: String, Codable, Sendable {
        case healed
        /// Nothing a healer could do helps: it has to call a person.
        case escalated
        case leftAlone = "left_alone"
    }

    /// The fault's id, or the control's; with the service's name and a dot before it where the service is not the sample.
    package var id: String
    package var domain: Domain
    package var expected: Expectation
    /// How a patient with this fault fails; nil for a control that does not fail.
    @Nullable package var failureClass: String?
    /// One line, without a full stop.
    package var summary: String

    enum CodingKeys: String, CodingKey {
        case id, domain, expected, summary
        case failureClass = "class"
    }

    package init(
        id: String, domain: Domain, expected: Expectation, failureClass: String?, summary: String
    ) {
        self.id = id
        self.domain = domain
        self.expected = expected
        self.failureClass = failureClass
        self.summary = summary
    }

    package var isControl: Bool { expected == .leftAlone }

    package static func == (a: Self, b: Self) -> Bool { a.domain == b.domain && a.id == b.id }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(domain)
        hasher.combine(id)
    }
}
