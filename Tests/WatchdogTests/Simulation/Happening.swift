import Watchdog

/// One thing that is to happen in a world.
enum Happening {
    case startWatchdog(Int)
    case probe(Party, life: Int)
    case vital(Party, life: Int, Vital, Look)
    case hear(watchdog: Int, life: Int, EngineEvent, byPerson: Bool)
    case streamBack(watchdog: Int, life: Int)
    case wake(Party, life: Int)
    case begin(call: Int)
    case finish(call: Int)
    case reply(call: Int, EngineReply)
    case programEnd(Program, incarnation: Int, code: Int, isOutOfMemory: Bool)
    case programHangs(Program, incarnation: Int)
    case selfRestart(Program, incarnation: Int)
    /// An orchestrator has put the new task of a service in place.
    case replaced(Program, incarnation: Int)
    case fault(Int)
    case person(service: Int, PersonStep)
    case faultEnds(FaultEnd)
    case check
}

/// The watch of one watchdog over one service.
struct Party: Hashable {
    var watchdog: Int
    var journal: Int
    var service: Int

    /// Small and dense, for arrays: lives that share a journal share it.
    var key: Int { journal * 4 + service }
}

/// What one look found; its raw value is what reports show.
enum Look: String {
    case passed = "status 200"
    case failed = "status 503"
    case refused = "refused"
    case hung = "timed out"
    case overloaded = "status 429"
    case noEngine = "no engine"
}

/// The end of a fault that lasts.
enum FaultEnd {
    case engineBack
    case engineUnhung
    case callTrouble
    case startTrouble
    case eventTrouble
    case partialCopies
    case maintenance(service: Int)
    case imageBack(String)
    case foreignWatchdogLeaves
}

/// What a person does to a service with the engine's own tools, step by step.
enum PersonStep {
    case stop
    case kill
    case stopEnds(Program, wasUp: Bool)
    case start
    case restart
    case restartEnds(Program)
    case pause(for: Int)
    case unpause
    case remove
    case removeEnds(Program)
    case deploy(image: Int)
    case deployCreates(image: Int)
    /// Points the reference to another image without deploying it, as a pull does.
    case pull(image: Int)
}
