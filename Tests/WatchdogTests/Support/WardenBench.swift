import Watchdog

/// A warden with an engine that answers at once, on a clock that tests move.
final class WardenBench {
    let service: ServiceSpec
    let kind: EngineKind
    var warden: Warden
    var seconds = 100.0
    var wallOffset: Int64 = 0
    var boot = "boot-1"
    /// The engine's containers; its images are digests such as `sha256:good`.
    var containers: [Container] = []
    var tagged: String? = "sha256:good"
    /// An answer instead of the engine's own; the call is then not carried out.
    var instead: (EngineCall) -> EngineReply? = { _ in nil }
    /// Images whose containers end with this code as soon as they start.
    var crashes: [String: Int] = [:]
    private(set) var outputs: [WardenOutput] = []
    private var starts = 0
    private var made = 0

    static func service(_ change: (inout LadderPolicy) -> Void = { _ in }) -> ServiceSpec {
        var policy = LadderPolicy()
        policy.startPeriod = .zero
        policy.backoff.jitter = 0
        policy.soak = .init(successes: 3, minimum: .seconds(2))
        change(&policy)
        return ServiceSpec(name: "api", container: "api", liveness: [], policy: policy, logLines: 0)
    }

    init(
        _ service: ServiceSpec = WardenBench.service(), engine: EngineKind = .docker,
        restartsItself: Bool = false
    ) {
        self.service = service
        kind = engine
        warden = Warden(
            service: service, engine: engine, memory: nil, boot: "boot-1",
            at: Moment(boot: BootInstant(nanoseconds: 100_000_000_000), wall: 0), seed: 1)
        containers = [
            Container(
                id: "c0", name: "api", image: "sha256:good", reference: "api:now", state: .created,
                restartsItself: restartsItself)
        ]
        start("c0")
        tell(.begin)
    }

    var moment: Moment {
        Moment(
            boot: BootInstant(nanoseconds: Int64(seconds * 1e9)), wall: Int64(seconds * 1000) + wallOffset)
    }

    // MARK: - Telling

    func tell(_ input: WardenInput) {
        var inputs = [input]
        while !inputs.isEmpty {
            let new = warden.handle(inputs.removeFirst(), at: moment)
            outputs += new
            for case .call(let call) in new {
                seconds += 0.01
                inputs.append(.reply(instead(call) ?? answer(call)))
            }
        }
    }

    /// Probes, one a second: `+` passed, `-` failed, `?` unknown.
    func probes(_ results: String) {
        for result in results {
            seconds += 1
            let vital: Vital = result == "+" ? .passed : result == "-" ? .failed : .unknown
            tell(.vital(vital, detail: vital.rawValue))
        }
    }

    /// Lets time pass, with the ticks that the warden wants.
    func wait(_ time: Double) {
        let end = seconds + time
        while let wake = warden.wakeAt, Double(wake.nanoseconds) / 1e9 <= end {
            // A little later, since the clock counts in whole nanoseconds and this one does not.
            seconds = max(seconds, Double(wake.nanoseconds) / 1e9 + 0.000_001)
            tell(.tick)
        }
        seconds = max(seconds, end)
    }

    /// Lets a service live for so many seconds, probed each: it passes when a good image runs.
    func live(_ time: Int) {
        for _ in 0..<time {
            wait(1)
            let isWell = self["api"].map { $0.isUp && $0.image == "sha256:good" } ?? false
            tell(.vital(isWell ? .passed : .failed, detail: ""))
        }
    }

    /// A new life of the watchdog, from the memory last recorded.
    func dieAndReturn(boot: String? = nil) {
        self.boot = boot ?? self.boot
        seconds += 1
        warden = Warden(
            service: service, engine: kind, memory: memory, boot: self.boot, at: moment, seed: 2)
        tell(.begin)
    }

    /// What the journal has.
    var memory: ServiceMemory? {
        for case .record(_, let memory) in outputs.reversed() { return memory }
        return nil
    }

    // MARK: - What came out

    func forget() { outputs = [] }

    /// Verbs of the calls that change something.
    var verbs: [String] {
        outputs.compactMap {
            if case .call(let call) = $0, call.changesSomething { call.verb } else { nil }
        }
    }

    var endings: [Ending] {
        outputs.compactMap { if case .report(let closed) = $0 { closed.ending } else { nil } }
    }

    var reports: [ClosedIncident] {
        outputs.compactMap { if case .report(let closed) = $0 { closed } else { nil } }
    }

    // MARK: - The engine

    subscript(name: String) -> Container? { containers.first { $0.name == name } }

    func start(_ id: String) {
        guard let index = containers.firstIndex(where: { $0.id == id }) else { return }
        starts += 1
        containers[index].state = .running
        containers[index].incarnation = "run \(starts)"
        containers[index].exitCode = nil
        if let code = crashes[containers[index].image] { end(id, code) }
    }

    func end(_ id: String, _ code: Int) {
        guard let index = containers.firstIndex(where: { $0.id == id }) else { return }
        containers[index].state = .exited
        containers[index].exitCode = code
    }

    /// Somebody puts another container of this image in place.
    func deploy(_ image: String) {
        made += 1
        containers.removeAll { $0.name == "api" }
        containers.append(
            Container(
                id: "d\(made)", name: "api", image: image, reference: "api:now", state: .created))
        tagged = image
        start("d\(made)")
        tell(.event(EngineEvent(.started, id: "d\(made)", name: "api")))
    }

    /// The program ends by itself, and the engine tells.
    func crash(_ id: String, code: Int = 1) {
        end(id, code)
        tell(.event(EngineEvent(.died(exitCode: code), id: id, name: "api")))
    }

    /// A person stops the service, and the engine tells.
    func stopByHand(_ id: String, code: Int = 143) {
        tell(.event(EngineEvent(.signalled, id: id, name: "api")))
        end(id, code)
        tell(.event(EngineEvent(.died(exitCode: code), id: id, name: "api")))
        tell(.event(EngineEvent(.stopped, id: id, name: "api")))
    }

    private func answer(_ call: EngineCall) -> EngineReply {
        func index(_ id: String) -> Int? { containers.firstIndex { $0.id == id } }
        let missing = EngineReply.refused(EngineFault(.notFound, "not found"))
        switch call {
        case .survey(let names, _, _):
            return .survey(Survey(containers: containers.filter { names.contains($0.name) }, tagged: tagged))
        case .logs: return .logs([])
        case .start(let id):
            guard index(id) != nil else { return missing }
            start(id)
        case .stop(let id, _):
            guard index(id) != nil else { return missing }
            end(id, 143)
        case .restart(let id, _):
            guard index(id) != nil else { return missing }
            start(id)
        case .create(let name, let like, let image, let reference):
            guard index(like) != nil else { return missing }
            made += 1
            containers.append(
                Container(
                    id: "n\(made)", name: name, image: image, reference: reference, state: .created))
            return .done(id: "n\(made)")
        case .rename(let id, let name):
            guard let index = index(id) else { return missing }
            containers[index].name = name
        case .remove(let id): containers.removeAll { $0.id == id }
        case .tag(let image, _): tagged = image
        case .setImage(let id, let image):
            guard let index = index(id) else { return missing }
            containers[index].image = image
            start(id)
        }
        return .done(id: nil)
    }
}
