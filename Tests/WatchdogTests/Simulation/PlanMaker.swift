import Watchdog

/// Draws a world from its seed.
struct PlanMaker {
    private var random: SplitMix
    private var plan: WorldPlan

    init(seed: UInt64) {
        random = SplitMix(seed: seed)
        plan = WorldPlan(seed: seed)
    }

    /// A world in which anything may go wrong.
    mutating func wild() -> WorldPlan {
        plan.engine = chance(0.12) ? .swarm : .docker
        plan.hasStandby = chance(0.06)
        let count = [1, 1, 1, 2, 2, 3][draw(0...5)]
        for index in 0..<count { plan.services.append(service(index)) }
        let minutes = draw(8...35)
        plan.quietAt = minutes * 60_000
        for _ in 0..<draw(5...14) { addFault() }
        addStory()
        finish()
        return plan
    }

    /// A world with one thing that goes wrong, and answers that take a fixed time: two runs can be compared.
    mutating func calm() -> WorldPlan {
        plan.isCalm = true
        var service = service(0)
        service.looksThroughEngine = false
        service.spec.policy.backoff.jitter = 0
        // When probes fall into a start, and how often, must not decide.
        service.spec.policy.startPeriod = .seconds(15)
        service.spec.policy.failureThreshold = max(2, service.spec.policy.failureThreshold)
        service.spec.policy.verificationLimit = .seconds(80)
        service.restartsItself = false
        service.dependsOn = nil
        // One that is well for a while each time ends wherever the run does.
        for index in service.images.indices {
            switch service.images[index].quality {
            case .good, .neverHealthy, .exitsAtOnce(code: 1), .exitsAtOnce(code: 139): break
            default: service.images[index].quality = chance(0.5) ? .neverHealthy : .exitsAtOnce(code: 1)
            }
        }
        plan.services = [service]
        plan.quietAt = 8 * 60_000
        let start = draw(200_000...260_000)
        switch draw(0...5) {
        case 0: add(.crash(service: 0, code: 1), at: start)
        case 1: add(.hang(service: 0), at: start)
        case 2: add(.outOfMemory(service: 0), at: start)
        case 3: add(.rollBack(service: 0), at: start)
        default: add(.deploy(service: 0, image: draw(1...plan.services[0].images.count - 1)), at: start)
        }
        finish()
        return plan
    }

    private mutating func finish() {
        plan.faults.sort { $0.at < $1.at }
    }

    // MARK: - Services

    private mutating func service(_ index: Int) -> ServicePlan {
        let name = ["api", "web", "job"][index]
        var policy = LadderPolicy()
        let interval = draw(2...6) * 1_000
        policy.startPeriod = .milliseconds(draw(0...6) * 2_500)
        policy.failureThreshold = draw(1...4)
        policy.successThreshold = draw(1...3)
        policy.flapWindow = draw(6...12)
        policy.flapFailures = chance(0.3) ? 0 : draw(3...6)
        policy.restartsBeforeRollback = draw(0...2)
        policy.verificationLimit = .milliseconds(20_000 + interval * 6)
        policy.backoff.initial = .milliseconds(draw(1...8) * 1_000)
        policy.backoff.limit = .seconds(draw(10...90))
        policy.backoff.resetAfter = .seconds(draw(60...400))
        policy.budget = RestartBudgetPolicy(limit: draw(1...6), window: .seconds(draw(300...2400)))
        policy.rollback = [.unproven, .unproven, .unproven, .always, .never][draw(0...4)]
        policy.soak = .init(successes: draw(3...12), minimum: .seconds(draw(10...60)))
        policy.historyDepth = draw(1...4)
        policy.oldContainer = chance(0.25) ? .keep : .remove
        let spec = ServiceSpec(
            name: name, container: name, liveness: [], policy: policy, logLines: chance(0.5) ? 20 : 0)
        var service = ServicePlan(spec: spec)
        service.probeInterval = interval
        service.restartsItself = plan.engine == .swarm || chance(0.3)
        service.stopTimeout = draw(2...12) * 1_000
        service.stopTakes = chance(0.3) ? draw(1_000...9_000) : draw(10...800)
        service.stopCode = [143, 143, 0, 137, 130, 1][draw(0...5)]
        service.looksThroughEngine = chance(0.25)
        service.runsAtFirst = chance(0.9)
        if index > 0, chance(0.5) { service.dependsOn = index - 1 }
        service.images = [
            ImagePlan(digest: "sha256:\(name)0", quality: .good, startTakes: draw(100...3_000))
        ]
        for number in 1...4 {
            service.images.append(
                ImagePlan(
                    digest: "sha256:\(name)\(number)", quality: quality(),
                    startTakes: chance(0.15) ? draw(3_000...12_000) : draw(100...2_500)))
        }
        return service
    }

    private mutating func quality() -> ImagePlan.Quality {
        switch draw(0...9) {
        case 0, 1: .neverHealthy
        case 2: .exitsAtOnce(code: [1, 0, 139][draw(0...2)])
        case 3: .crashesAfter(draw(2_000...90_000))
        case 4: .hangsAfter(draw(2_000...90_000))
        case 5: .outOfMemoryAfter(draw(2_000...60_000))
        default: .good
        }
    }

    // MARK: - Faults

    private mutating func add(_ fault: Fault, at time: Int) {
        plan.faults.append(PlannedFault(at: min(time, plan.quietAt - 1_000), fault: fault))
    }

    /// A few faults that belong together, since most that matters needs two.
    private mutating func addStory() {
        let service = draw(0...plan.services.count - 1)
        let start = draw(100_000...max(150_000, plan.quietAt - 200_000))
        let moment: Fault.KillMoment = chance(0.5) ? .before : .after
        switch draw(0...10) {
        case 0...2:
            add(.crash(service: service, code: 1), at: start)
            add(.killAtOutput(draw(1...14), moment), at: start - 10)
            return
        case 3:
            add(.hang(service: service), at: start)
            addPerson(service, at: start + draw(1_000...40_000))
            return
        case 4, 5: add(.killAtOutput(draw(1...45), moment), at: start + 3_000)
        case 6:
            add(
                .callTrouble(for: draw(20_000...150_000), share: 0.3 + 0.5 * random.fraction()),
                at: start + 2_000)
        case 7: add(.startTrouble(for: draw(60_000...200_000)), at: start)
        case 8: addPerson(service, at: start + draw(5_000...60_000))
        case 9:
            add(
                .engineDown(for: draw(2_000...30_000), endsPrograms: chance(0.2)),
                at: start + draw(1_000...60_000))
        default: break
        }
        add(.deploy(service: service, image: badImage(service)), at: start)
    }

    private mutating func badImage(_ service: Int) -> Int {
        let images = plan.services[service].images.indices.filter {
            plan.services[service].images[$0].quality != .good
        }
        return images.isEmpty ? draw(1...4) : images[draw(0...images.count - 1)]
    }

    private mutating func addFault() {
        let time = draw(5_000...plan.quietAt - 120_000)
        let service = draw(0...plan.services.count - 1)
        let lasts = draw(3_000...100_000)
        switch draw(0...40) {
        case 0, 1: add(.crash(service: service, code: [1, 1, 139, 0, 137, 143][draw(0...5)]), at: time)
        case 2: add(.outOfMemory(service: service), at: time)
        case 3, 4: add(.hang(service: service), at: time)
        case 5: add(.sick(service: service, for: lasts), at: time)
        case 6, 7: add(.flap(service: service, for: lasts * 2, period: draw(3_000...20_000)), at: time)
        case 8, 9: add(.environment(service: service, for: lasts), at: time)
        case 10: add(.slowStart(service: service, by: draw(2_000...20_000), for: lasts * 2), at: time)
        case 11: add(.overload(service: service, for: lasts), at: time)
        case 12...17: addPerson(service, at: time)
        case 18: add(.promote(service: service), at: time)
        case 19: add(.rollBack(service: service), at: time)
        case 20: add(.resume(service: service), at: time)
        case 21: add(.maintenance(service: service, for: lasts), at: time)
        case 22, 23: add(.killWatchdog, at: time)
        case 24...27: add(.killAtOutput(draw(1...12), chance(0.5) ? .before : .after), at: time)
        case 28: add(.reboot, at: time)
        case 29: add(.clockJump(by: draw(-90_000_000...90_000_000)), at: time)
        case 30: if chance(0.3) { add(.foreignWatchdog(staysFor: plan.quietAt - time - 1_000), at: time) }
        case 31, 32: add(.engineDown(for: lasts, endsPrograms: chance(0.3)), at: time)
        case 33: add(.engineHangs(for: lasts), at: time)
        case 34, 35: add(.callTrouble(for: lasts, share: 0.2 + 0.5 * random.fraction()), at: time)
        case 36, 37: add(.eventTrouble(for: lasts, share: 0.2 + 0.7 * random.fraction()), at: time)
        case 38: add(.partialCopies(for: lasts), at: time)
        case 39: add(.imagePruned(service: service, image: draw(0...4), for: lasts), at: time)
        default: add(.deploy(service: service, image: draw(1...4)), at: time)
        }
    }

    private mutating func addPerson(_ service: Int, at time: Int) {
        let back = chance(0.5) ? draw(2_000...100_000) : nil
        if plan.engine == .swarm {
            let image = draw(0...4)
            return add(
                chance(0.8)
                    ? .deploy(service: service, image: image)
                    : .handRemove(service: service, image: image, returnsAfter: back), at: time)
        }
        switch draw(0...8) {
        case 0, 1: add(.handStop(service: service, startsAfter: back), at: time)
        case 2: add(.handKill(service: service, startsAfter: back), at: time)
        case 3: add(.handStart(service: service), at: time)
        case 4: add(.handRestart(service: service), at: time)
        case 5: add(.handRemove(service: service, image: draw(0...4), returnsAfter: back), at: time)
        case 6: add(.handPause(service: service, for: draw(2_000...60_000)), at: time)
        case 7: add(.pull(service: service, image: draw(0...4)), at: time)
        default: add(.deploy(service: service, image: draw(0...4)), at: time)
        }
    }

    // MARK: - Numbers

    private mutating func draw(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(random.next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    private mutating func chance(_ share: Double) -> Bool { random.fraction() < share }
}
