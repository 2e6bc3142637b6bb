import Foundation
import Incident
package import RuntimeFaults
package import Watchdog

/// Breaks a running service and lets the watchdog deal with it.
///
///     install good, current ─► run good ─► soak ─► deploy current ─► provoke ─► watch ─► report
///
/// The watchdog is the one of `lab watch`: it sees probes and engine events, and nothing of the fault.
package struct RuntimeDemo: Sendable {
    package struct Options: Sendable {
        package var fault: any ContainerFault
        package var stage: any DemoStage
        /// A request to the sample service: status and body, or nil when it does not answer.
        package var send: @Sendable (_ method: String, _ url: String) async -> (status: Int, body: String)?
        package var probes: @Sendable (ServiceSpec, any ContainerEngine) -> ServiceProbes
        package var journal: any JournalStore
        package var port: Int
        package var dependencyPort: Int
        package var timeLimit: Duration
        package var seed: UInt64
        package var tell: @Sendable (RuntimeDemoEvent) -> Void
        /// Called, and waited for, as the play goes on: an oracle looks at the service from outside.
        package var reached: @Sendable (DemoPhase) async -> Void = { _ in }

        package init(
            fault: any ContainerFault, stage: any DemoStage,
            send: @escaping @Sendable (_ method: String, _ url: String) async -> (status: Int, body: String)?,
            probes: @escaping @Sendable (ServiceSpec, any ContainerEngine) -> ServiceProbes,
            journal: any JournalStore = MemoryJournal(), port: Int, dependencyPort: Int,
            timeLimit: Duration = .seconds(120), seed: UInt64 = 1,
            tell: @escaping @Sendable (RuntimeDemoEvent) -> Void
        ) {
            self.fault = fault
            self.stage = stage
            self.send = send
            self.probes = probes
            self.journal = journal
            self.port = port
            self.dependencyPort = dependencyPort
            self.timeLimit = timeLimit
            self.seed = seed
            self.tell = tell
        }
    }

    static let service = "labapp-demo"
    static let dependency = "labapp-demo-db"
    static let reference = "labapp-demo:current"
    static let goodReference = "labapp-demo:good"
    static let newReference = "labapp-demo:new"
    static let interval: Duration = .milliseconds(500)

    let options: Options

    package init(_ options: Options) { self.options = options }

    package func run() async throws -> RuntimeDemoRecord {
        let stage = options.stage
        do {
            let record = try await withTimeLimit(options.timeLimit) { try await play() }
            await stage.tearDown()
            return record
        } catch {
            // Whatever ended the play, its containers must not stay behind.
            await Task { await stage.tearDown() }.value
            throw error
        }
    }

    private func play() async throws -> RuntimeDemoRecord {
        let fault = options.fault
        let setup = fault.setup
        let stage = options.stage
        var story = DemoStory(tell: options.tell)
        let line = CuttableEngine(stage.engine)
        let info = try await stage.engine.hello()
        story.step("engine", "\(info.kind.rawValue): \(info.title)")

        let (good, new) = try await install()
        story.step("images", "\(Self.goodReference) and \(Self.newReference)")

        let watch = DemoWatch(
            spec: spec(), dependency: setup.hasDependency ? dependencySpec() : nil, engine: line,
            options: options)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            if setup.hasDependency { try await stage.deploy(dependencyService(), image: good) }
            try await stage.deploy(service(), image: good)
            group.addTask { await watch.station.run() }

            try await watch.log.wait { $0.promoted.contains(good) || $0.opened > 0 }
            guard watch.log.book.promoted.contains(good) else {
                throw LabError(
                    .software, "the sample service did not run well before anything was done to it.",
                    hint: watch.log.book.lines.suffix(12).joined(separator: "\n"))
            }
            story.step("promote", "\(Self.goodReference) ran well and is known good")
            try await stage.deploy(service(), image: new)
            await options.reached(.deployed)
            try await watch.log.wait { $0.deployed.contains(new) || $0.opened > 0 }
            story.step("deploy", "\(Self.newReference) runs as \(Self.reference)")
            if !fault.provocations.isEmpty, setup.current["LABAPP_START_DELAY"] == nil {
                try await watch.log.wait { $0.isHealthy }
            }
            let answers = try await provoke(fault.provocations, line: line, story: &story)
            let closed = try await watch.end(patience: patience(setup))
            await options.reached(.ended)
            let health = await options.send("GET", "\(base)/healthz")
            let record = try await RuntimeDemoRecord(
                fault: fault, engine: info, closed: closed, log: watch.log.book, answers: answers,
                health: health,
                names: [good: Self.goodReference, new: Self.newReference], finalState: watch.state())
            story.verdict(record)
            return record
        }
    }

    /// Makes the stage ready, and the known-good image and the one that is deployed after it; returns their digests.
    func install() async throws -> (good: String, new: String) {
        let (stage, setup) = (options.stage, options.fault.setup)
        try await stage.prepare()
        let good = try await stage.install(
            Self.goodReference,
            settings: stage.places.fill(["LABAPP_VERSION": "1.0.0"].merging(setup.good) { $1 }))
        let new = try await stage.install(
            Self.newReference,
            settings: stage.places.fill(
                ["LABAPP_VERSION": "1.1.0"].merging(setup.good) { $1 }.merging(setup.current) { $1 }))
        return (good, new)
    }

    package var base: String { "http://127.0.0.1:\(options.port)" }

    /// Time for an incident to open if one is to open at all.
    private func patience(_ setup: ServiceSetup) -> Duration {
        setup.startPeriod + Self.interval * 12 + .seconds(2)
    }

    // MARK: - The service

    func service() -> DemoService {
        var settings = options.fault.setup.container
        if options.fault.setup.hasDependency {
            settings["LABAPP_DEPENDENCY"] = "127.0.0.1:\(options.dependencyPort)"
        }
        return DemoService(
            name: Self.service, reference: Self.reference, settings: listening(settings, on: options.port),
            memoryLimitBytes: options.fault.setup.memoryLimitBytes)
    }

    func dependencyService() -> DemoService {
        DemoService(
            name: Self.dependency, reference: Self.goodReference,
            settings: listening(
                ["LABAPP_MARKER": "{scratch}/\(Self.dependency).unhealthy"], on: options.dependencyPort),
            memoryLimitBytes: 256 << 20)
    }

    private func listening(_ settings: [String: String], on port: Int) -> [String: String] {
        options.stage.places.fill(settings).merging(
            ["LABAPP_HOST": "127.0.0.1", "LABAPP_PORT": String(port)]
        ) { $1 }
    }

    private func spec() -> ServiceSpec {
        var policy = LadderPolicy()
        policy.startPeriod = options.fault.setup.startPeriod
        policy.verificationLimit = .seconds(20)
        policy.soak = .init(successes: 3, minimum: .seconds(1))
        policy.backoff.initial = .milliseconds(500)
        policy.flapFailures = 4
        policy.flapWindow = 8
        var spec = ServiceSpec(
            name: Self.service, container: Self.service, liveness: [probe(options.port)], policy: policy)
        if options.fault.setup.hasDependency { spec.dependsOn = [Self.dependency] }
        return spec
    }

    private func dependencySpec() -> ServiceSpec {
        var policy = LadderPolicy()
        policy.startPeriod = .seconds(3)
        policy.soak = .init(successes: 1_000_000, minimum: .seconds(86_400))
        return ServiceSpec(
            name: Self.dependency, container: Self.dependency, liveness: [probe(options.dependencyPort)],
            policy: policy)
    }

    private func probe(_ port: Int) -> ProbeSpec {
        ProbeSpec(
            kind: .http(.init(url: "http://127.0.0.1:\(port)/healthz")), interval: Self.interval,
            timeout: .seconds(1))
    }

    // MARK: - The fault

    func provoke(
        _ provocations: [Provocation], line: CuttableEngine, story: inout DemoStory
    ) async throws -> [ProvocationAnswer] {
        var answers: [ProvocationAnswer] = []
        for provocation in provocations {
            switch provocation {
            case .post(let path):
                let answer = await options.send("POST", base + path)
                answers.append(
                    ProvocationAnswer(request: "POST \(path)", status: answer?.status, body: answer?.body))
                story.step(
                    "inject", "POST \(path): \(answer.map { "\($0.status) \($0.body)" } ?? "no answer")")
            case .stopByHand:
                try await options.stage.stop(Self.service)
                answers.append(ProvocationAnswer(request: "stop \(Self.service)", status: nil, body: nil))
                story.step("inject", "a person stops \(Self.service)")
            case .stopDependency:
                try await options.stage.stop(Self.dependency)
                answers.append(ProvocationAnswer(request: "stop \(Self.dependency)", status: nil, body: nil))
                story.step("inject", "a person stops \(Self.dependency)")
            case .cutEngine:
                line.cut()
                story.step("inject", "the line to the engine is cut")
            case .mendEngine:
                line.mend()
                story.step("mend", "the engine can be reached again")
            case .wait(let duration):
                try await Task.sleep(for: duration)
                continue
            }
            await options.reached(.provoked)
        }
        return answers
    }
}

/// Runs work and throws `LabError` with `.timedOut` when it takes too long.
func withTimeLimit<Value: Sendable>(
    _ limit: Duration, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
        group.addTask { try await work() }
        group.addTask {
            try await Task.sleep(for: limit)
            throw LabError(.timedOut, "the demo did not end within \(limit).")
        }
        defer { group.cancelAll() }
        guard let value = try await group.next() else { throw CancellationError() }
        return value
    }
}
