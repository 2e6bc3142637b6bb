/// One line of the journal. Intents are written before the engine is asked, outcomes after it answered.
package enum JournalEntry: Sendable, Equatable, Codable {
    case adopted(ServiceMemory.Identity)
    case promoted(image: String, byHand: Bool)
    case opened(incident: String, cause: Cause)
    case planned(incident: String, rung: Rung)
    case intent(incident: String, call: EngineCall)
    case outcome(incident: String, verb: String, result: String)
    case verifying(incident: String, rung: Rung)
    case closing(incident: String, ending: Ending)
    /// What the report will say is decided: written again, it says the same.
    case concluded(incident: String)
    /// The report is in place.
    case closed(incident: String)
    case stoppedByHand(id: String)
    case startedAgain(id: String)
    case cleared
    /// Counters that only a former life's memory would miss.
    case noted

    package var kind: String {
        switch self {
        case .adopted: "adopted"
        case .promoted: "promoted"
        case .opened: "opened"
        case .planned: "planned"
        case .intent: "intent"
        case .outcome: "outcome"
        case .verifying: "verifying"
        case .closing: "closing"
        case .concluded: "concluded"
        case .closed: "closed"
        case .stoppedByHand: "stopped_by_hand"
        case .startedAgain: "started_again"
        case .cleared: "cleared"
        case .noted: "noted"
        }
    }
}
