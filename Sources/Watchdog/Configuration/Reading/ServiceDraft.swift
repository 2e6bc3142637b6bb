import Watchdog

/// A service as read so far: the defaults first, its own keys over them.
struct ServiceDraft {
    var liveness: [ProbeDraft] = []
    var readiness: [ProbeDraft] = []
    var interval: Duration = .seconds(1)
    var timeout: Duration = .seconds(1)
    var policy = LadderPolicy()
    /// Nil until a person chose one.
    var verificationLimit: Duration?
    var maintenance: [MaintenanceWindow] = []
    var logLines = 50
    /// Where settings that have to agree with others were written last.
    var places: [String: Place] = [:]

    /// Looks at a service's life start this far apart: the shortest interval among its probes.
    var lookInterval: Duration {
        liveness.map { $0.interval ?? interval }.min() ?? interval
    }

    /// Passes in a row that the slowest verification asks for: a service that flapped has to pass a whole window.
    var passesToVerify: Int {
        policy.flapFailures > 0 ? max(policy.successThreshold, policy.flapWindow) : policy.successThreshold
    }

    /// Verification ends no sooner than this, even if every look passes.
    var shortestVerification: Duration { lookInterval * (passesToVerify - 1) }
}
