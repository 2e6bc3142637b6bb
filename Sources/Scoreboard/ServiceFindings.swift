/// What the oracle found about a service after its healer was done with it.
package struct ServiceFindings: Sendable, Equatable {
    /// Looks in a row that have to pass: a service that flaps passes two at most.
    package static let looks = 6

    /// Whether each of the last looks passed, in order.
    package var looks: [Bool]
    /// The container's incarnation and image before and after; nil for a container that is gone.
    package var before: String?
    package var after: String?
    package var calledPerson: Bool
    package var wasTimedOut: Bool

    package init(
        looks: [Bool], before: String?, after: String?, calledPerson: Bool, wasTimedOut: Bool = false
    ) {
        self.looks = looks
        self.before = before
        self.after = after
        self.calledPerson = calledPerson
        self.wasTimedOut = wasTimedOut
    }

    package var isWell: Bool { looks.count >= Self.looks && looks.suffix(Self.looks).allSatisfy { $0 } }

    /// Nil when the right thing was done.
    package func refusal(expecting expected: BenchCase.Expectation) -> OracleReason? {
        switch expected {
        case .leftAlone: before == after ? nil : .actedOnControl
        case .healed: isWell ? nil : wasTimedOut ? .timedOut : .stillUnwell
        case .escalated: isWell || calledPerson ? nil : wasTimedOut ? .timedOut : .notEscalated
        }
    }
}
