import Watchdog

/// Shows everything that happens to every invariant that watches for it.
final class Referee {
    private let invariants: [any Invariant]
    private let watches: [Sight.Kinds]
    private(set) var violations: [Violation] = []

    init() {
        invariants = Self.makeInvariants()
        watches = invariants.map(\.watches)
    }

    static func makeInvariants() -> [any Invariant] {
        [
            NoActionBelowThreshold(), OneCallAtATime(), IntentBeforeCall(), SurveyBeforeAction(),
            BoundedGap(), OnlyToKnownGood(), PromotesOnlyWhatSoaked(), NoRollbackOfRollback(),
            RestartsWithinBudget(), EngineAwayIsNotUnhealthy(), ManualStopWins(), DeployWins(),
            EqualConfiguration(), OneReportPerIncident(), OldIsKept(), HealthyServicesAreLeftAlone(),
            HoldsAreRespected(), OneHolderOfAJournal(), Converges(),
        ]
    }

    func see(_ sight: Sight, _ world: World) {
        let kind = sight.kind
        for index in invariants.indices where watches[index].contains(kind) {
            guard let message = invariants[index].see(sight, world) else { continue }
            report(type(of: invariants[index]).name, message, at: world.clock)
            world.note("VIOLATION \(type(of: invariants[index]).name): \(message)")
        }
    }

    func report(_ invariant: String, _ message: String, at time: Int) {
        // The first of each is what matters: the rest follows from it.
        guard !violations.contains(where: { $0.invariant == invariant }) else { return }
        violations.append(Violation(invariant: invariant, message: message, milliseconds: time))
    }

    /// Services that have not come to an end that lasts, with why not.
    func open(_ world: World) -> [String] { Converges.open(world) }
}

/// An invariant that did not hold.
package struct Violation: Sendable, Equatable, Codable, CustomStringConvertible {
    package var invariant: String
    package var message: String
    /// Since the world began.
    package var milliseconds: Int

    package var description: String { "\(invariant) at \(Double(milliseconds) / 1000) s: \(message)" }
}
