import Watchdog

/// A service as it truly is, with what people last wanted of it.
struct Patient {
    let plan: ServicePlan
    var environmentBadUntil = 0
    var overloadedUntil = 0
    var slowUntil = 0
    var slowBy = 0
    var word = Word.up
    /// A maintenance window is open.
    var isMaintained = false
    /// Images that people deployed or pulled, by index.
    var isTouched = false

    /// What a person last wanted.
    enum Word: Equatable {
        case up
        case stopped
        case removed
    }
}

extension World {
    /// Whether a program answers its probes now.
    func answers(_ program: Program) -> Bool {
        guard program.isRunning, !program.isHung, clock >= program.sickUntil else { return false }
        let patient = patients[program.service]
        let image = patient.plan.images[program.image]
        if image.quality == .neverHealthy || clock < patient.environmentBadUntil { return false }
        if clock < program.startedAt + image.startTakes + program.extraStart { return false }
        if clock < program.flapsUntil, (clock - program.startedAt) / program.flapPeriod % 2 == 1 {
            return false
        }
        if let parent = patient.plan.dependsOn {
            guard let upstream = named(plan.services[parent].spec.container) else { return false }
            return answers(upstream)
        }
        return true
    }

    func look(at service: Int) -> (Vital, Look) {
        let patient = patients[service]
        if patient.plan.looksThroughEngine, !isEngineUp || isEngineHung { return (.unknown, .noEngine) }
        guard let program = named(patient.plan.spec.container), program.isRunning else {
            return (.failed, .refused)
        }
        if clock < patient.overloadedUntil { return (.unknown, .overloaded) }
        if answers(program) { return (.passed, .passed) }
        return (.failed, program.isHung ? .hung : .failed)
    }
}
