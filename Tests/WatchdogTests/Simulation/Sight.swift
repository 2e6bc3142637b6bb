import Watchdog

/// One thing that the referee sees: what a watchdog did, and what truly was.
enum Sight {
    case lifeBegan(watchdog: Int, journal: Int)
    case lifeEnded(watchdog: Int, journal: Int)
    case vital(Party, Vital)
    case heard(Party, EngineEvent, byPerson: Bool)
    case recorded(Party, JournalEntry, ServiceMemory)
    case submitted(Party, EngineCall, Int)
    /// The engine took the snapshot that a survey will answer with.
    case surveyed(Party)
    case replied(Party, EngineCall, EngineReply)
    case reported(Party, ClosedIncident)

    case started(Program, by: Party?)
    case ended(Program, wasRequested: Bool)
    case created(Program, like: Program, by: Party)
    case removed(Program, by: Party)
    case tagged(Party, Int)
    /// An orchestrator was made to put another task in place.
    case replaced(Program, by: Party)

    case personStops(Program)
    case personStopped(Program, endedIt: Bool)
    case personRemoved(Program)
    case personDeployed(Program)
    case personTagged(service: Int, Int)
    case commanded(Party, WardenInput)

    case clockJumped(by: Int)
    case rebooted
    case over

    /// Kinds of sights, for who watches what.
    struct Kinds: OptionSet {
        let rawValue: Int
        static let lives = Kinds(rawValue: 1)
        static let vitals = Kinds(rawValue: 2)
        static let heard = Kinds(rawValue: 4)
        static let records = Kinds(rawValue: 8)
        static let calls = Kinds(rawValue: 16)
        static let surveys = Kinds(rawValue: 32)
        static let replies = Kinds(rawValue: 64)
        static let reports = Kinds(rawValue: 128)
        static let containers = Kinds(rawValue: 256)
        static let people = Kinds(rawValue: 512)
        static let machine = Kinds(rawValue: 1024)
        static let end = Kinds(rawValue: 2048)
    }

    var kind: Kinds {
        switch self {
        case .lifeBegan, .lifeEnded: .lives
        case .vital: .vitals
        case .heard: .heard
        case .recorded: .records
        case .submitted: .calls
        case .surveyed: .surveys
        case .replied: .replies
        case .reported: .reports
        case .started, .ended, .created, .removed, .tagged, .replaced: .containers
        case .personStops, .personStopped, .personRemoved, .personDeployed, .personTagged, .commanded:
            .people
        case .clockJumped, .rebooted: .machine
        case .over: .end
        }
    }
}
