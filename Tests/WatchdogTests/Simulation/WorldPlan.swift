import Watchdog

/// Everything about a world that its seed decides beforehand: services, images, faults.
struct WorldPlan {
    var seed: UInt64
    var engine: EngineKind = .docker
    var services: [ServicePlan] = []
    var faults: [PlannedFault] = []
    /// From here on nothing new goes wrong, milliseconds.
    var quietAt = 0
    /// After the quiet began, the world must have converged within this.
    var patience = 45 * 60_000
    var hasStandby = false
    /// The engine's answers take a fixed time, so that two runs can be compared.
    var isCalm = false
}

struct PlannedFault {
    var at: Int
    var fault: Fault
}

struct ServicePlan {
    var spec: ServiceSpec
    var probeInterval = 2_000
    var restartsItself = false
    var stopTimeout = 10_000
    /// How long the program takes to end when asked to; more than the time-out means it has to be killed.
    var stopTakes = 500
    var stopCode = 143
    var images: [ImagePlan] = []
    /// Probes go through the engine: while it is away, they say nothing.
    var looksThroughEngine = false
    var dependsOn: Int?
    /// The container had run before the watchdog came.
    var runsAtFirst = true
    var swarmTakes = 3_000
}

struct ImagePlan {
    /// Short enough to need no memory of its own.
    var digest: String
    var quality: Quality
    var startTakes: Int

    enum Quality: Equatable {
        case good
        case neverHealthy
        case exitsAtOnce(code: Int)
        case crashesAfter(Int)
        case hangsAfter(Int)
        case outOfMemoryAfter(Int)
    }
}
