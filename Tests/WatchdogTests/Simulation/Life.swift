import Watchdog

/// One watchdog: a process that may be killed at any output and is started again by its supervisor.
final class Life {
    let index: Int
    let journal: Int
    /// Counts its starts; answers to an earlier one reach nobody.
    var number = 0
    var isAlive = false
    /// Its supervisor does not start it again.
    var isGone = false
    var hasStream = false
    var lastEventAt = 0
    var wardens: [Warden] = []
    var wakes: [Int?] = []
    var inFlight: [Int?] = []
    var isDown: [Bool] = []
    /// Outputs until it is killed.
    var killIn: Int?
    var killMoment: Fault.KillMoment = .before
    var outputs = 0

    // What sabotage keeps.
    var lastSurvey: [Survey?] = []
    var held: [EngineCall] = []
    var hasMeddled = false

    init(index: Int, journal: Int) {
        self.index = index
        self.journal = journal
    }
}
