/// Something that goes wrong, or that a person does, in a world.
enum Fault {
    case crash(service: Int, code: Int)
    case outOfMemory(service: Int)
    case hang(service: Int)
    /// Fails its probes and gets well by itself.
    case sick(service: Int, for: Int)
    case flap(service: Int, for: Int, period: Int)
    /// Whatever the image, it cannot work.
    case environment(service: Int, for: Int)
    /// Starts take longer from now on.
    case slowStart(service: Int, by: Int, for: Int)
    case overload(service: Int, for: Int)

    case handStop(service: Int, startsAfter: Int?)
    case handKill(service: Int, startsAfter: Int?)
    case handStart(service: Int)
    case handRestart(service: Int)
    case handRemove(service: Int, image: Int, returnsAfter: Int?)
    case handPause(service: Int, for: Int)
    case deploy(service: Int, image: Int)
    case pull(service: Int, image: Int)
    case promote(service: Int)
    case rollBack(service: Int)
    case resume(service: Int)
    case maintenance(service: Int, for: Int)

    case killWatchdog
    /// The watchdog is killed at its so-many-th output from now.
    case killAtOutput(Int, KillMoment)
    case reboot
    case clockJump(by: Int)
    case foreignWatchdog(staysFor: Int)

    case engineDown(for: Int, endsPrograms: Bool)
    case engineHangs(for: Int)
    case callTrouble(for: Int, share: Double)
    /// Starts and removals are refused, or carried out when nobody waits for them any more.
    case startTrouble(for: Int)
    case eventTrouble(for: Int, share: Double)
    case partialCopies(for: Int)
    case imagePruned(service: Int, image: Int, for: Int)

    /// Whether the output at which the watchdog is killed was still carried out.
    enum KillMoment: Sendable {
        case before
        case after
    }

    var name: String {
        switch self {
        case .crash: "crash"
        case .outOfMemory: "outOfMemory"
        case .hang: "hang"
        case .sick: "sick"
        case .flap: "flap"
        case .environment: "environment"
        case .slowStart: "slowStart"
        case .overload: "overload"
        case .handStop: "handStop"
        case .handKill: "handKill"
        case .handStart: "handStart"
        case .handRestart: "handRestart"
        case .handRemove: "handRemove"
        case .handPause: "handPause"
        case .deploy: "deploy"
        case .pull: "pull"
        case .promote: "promote"
        case .rollBack: "rollBack"
        case .resume: "resume"
        case .maintenance: "maintenance"
        case .killWatchdog: "killWatchdog"
        case .killAtOutput: "killAtOutput"
        case .reboot: "reboot"
        case .clockJump: "clockJump"
        case .foreignWatchdog: "foreignWatchdog"
        case .engineDown: "engineDown"
        case .engineHangs: "engineHangs"
        case .callTrouble: "callTrouble"
        case .startTrouble: "startTrouble"
        case .eventTrouble: "eventTrouble"
        case .partialCopies: "partialCopies"
        case .imagePruned: "imagePruned"
        }
    }

    static let names = [
        "crash", "outOfMemory", "hang", "sick", "flap", "environment", "slowStart", "overload", "handStop",
        "handKill", "handStart", "handRestart", "handRemove", "handPause", "deploy", "pull", "promote",
        "rollBack", "resume", "maintenance", "killWatchdog", "killAtOutput", "reboot", "clockJump",
        "foreignWatchdog", "engineDown", "engineHangs", "callTrouble", "startTrouble", "eventTrouble",
        "partialCopies",
        "imagePruned",
    ]
}
