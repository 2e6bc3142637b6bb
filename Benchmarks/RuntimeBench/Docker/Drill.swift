import Foundation
import Incident
import RuntimeHealing
import Watchdog
import WatchdogEngines
import WatchdogJournal
import WatchdogProbes

/// One service on the engine, made to fail under a watchdog again and again.
struct Drill: Sendable {
    enum Kind: String, Sendable {
        /// It says that it is unhealthy until it is started again.
        case unhealthy
        /// Its program is killed.
        case crash
        /// It says that it is unhealthy, in its container's own files, and the image before is known good.
        case rollback
    }

    /// After this a run counts as failed.
    private static let timeLimit: Duration = .seconds(45)
    private static let pollInterval: Duration = .milliseconds(10)

    static let service = "labapp-demo-bench"
    static let reference = "labapp-demo:bench"

    let docker: DockerEngine
    let stage: DockerStage
    let network: ProbeNetwork
    let folder: String
    let port: Int
    let interval: Duration
    /// Digests of the known-good image and of the one after it.
    let good: String
    let new: String

    private var clock: BootClock { BootClock() }
    var api: BareHTTP { BareHTTP(.unix(docker.socket.path)) }
    private var app: BareHTTP { BareHTTP(.loopback(port)) }

    var policy: LadderPolicy {
        var policy = LadderPolicy()
        policy.failureThreshold = 3
        policy.successThreshold = 2
        return policy
    }

    // MARK: - A run

    /// - Parameter delay: from a passed look to the fault.
    func run(_ kind: Kind, number: Int, delay: Duration) async throws -> DrillRun {
        try await deploy(kind)
        let log = DrillLog()
        let station = try station(kind, number: number, log: log)
        var run = try await withThrowingTaskGroup(of: DrillRun?.self) { group in
            group.addTask {
                await station.run()
                return nil
            }
            group.addTask {
                try await Task.sleep(for: Self.timeLimit)
                throw LabError(
                    .timedOut, "\(kind.rawValue) run \(number) did not end in time.",
                    hint: log.all.suffix(12).map { "\($0.word)" }.joined(separator: "\n"))
            }
            group.addTask { try await play(kind, station: station, log: log, delay: delay) }
            defer { group.cancelAll() }
            while let ended = try await group.next() { if let ended { return ended } }
            throw CancellationError()
        }
        run.floor = kind == .rollback ? try await rollbackFloor() : try await restartFloor()
        return run
    }

    private func play(
        _ kind: Kind, station: WatchStation, log: DrillLog, delay: Duration
    ) async throws -> DrillRun {
        if kind == .rollback {
            while await !station.tell(Self.service, .promote(image: good)) {
                try await Task.sleep(for: .milliseconds(10))
            }
        }
        let healthy = try await log.wait { $0 == .state("healthy") }
        let look = try await log.wait(after: healthy.advanced(by: .milliseconds(1))) { $0 == .passed }
        try await clock.sleep(until: look.advanced(by: delay), tolerance: .zero)
        let listener = EndListener(docker: docker, service: Self.service)
        if kind == .crash { try await listener.stand() }
        let fault = try await fail(kind)
        async let answered = answersAgain()
        let opened = try await log.wait(after: fault) { $0 == .opened }
        let healed = try await log.wait(after: opened) { $0 == .state("healed") }
        let lastCall = kind == .rollback ? "start done" : "restart done"
        let acted = try await log.wait(after: opened) { $0 == .action(lastCall) }
        // The report, and the old container's removal.
        _ = try await log.wait(after: opened) { if case .closed = $0 { true } else { false } }
        func seconds(_ moment: BootInstant) -> Double { fault.duration(to: moment).inSeconds }
        return DrillRun(
            offset: look.duration(to: fault).inSeconds, event: listener.ended.map(seconds),
            detected: seconds(opened), acted: seconds(acted), answered: seconds(try await answered),
            verified: seconds(healed), floor: nil)
    }

    private func station(_ kind: Kind, number: Int, log: DrillLog) throws -> WatchStation {
        var policy = policy
        // The rung itself is measured, not the restart that would come before it.
        if kind == .rollback { policy.restartsBeforeRollback = 0 }
        let probe = ProbeSpec(
            kind: .http(.init(url: "http://127.0.0.1:\(port)/healthz")), interval: interval,
            timeout: .seconds(1))
        let spec = ServiceSpec(
            name: Self.service, container: Self.service, liveness: [probe], policy: policy)
        let factory = ProbeFactory(engine: docker, network: network)
        let probes = try factory.probes(of: spec)
        return WatchStation(
            services: [spec],
            tools: .init(
                engine: docker,
                journal: try SQLiteJournal(path: "\(folder)/journal/\(kind.rawValue)-\(number).sqlite"),
                reports: log, observers: [log], probes: { _ in probes }, seed: 1))
    }

    // MARK: - The service and its faults

    func deploy(_ kind: Kind) async throws {
        let marker = kind == .rollback ? [:] : ["LABAPP_MARKER": "/scratch/labapp.unhealthy"]
        try await stage.deploy(
            DemoService(
                name: Self.service, reference: Self.reference,
                settings: ["LABAPP_HOST": "127.0.0.1", "LABAPP_PORT": "\(port)"].merging(marker) { $1 },
                memoryLimitBytes: 256 << 20), image: new)
        _ = try await answersAgain()
    }

    /// Returns the moment before which all was well.
    func fail(_ kind: Kind) async throws -> BootInstant {
        if kind == .crash {
            let process = try await processID()
            let moment = clock.now
            guard kill(process, SIGKILL) == 0 else {
                throw LabError(.software, "process \(process) of the service could not be killed.")
            }
            return moment
        }
        let moment = clock.now
        _ = try await app.order("POST", "/__simulate/unhealthy")
        return moment
    }

    /// The moment of the next good answer.
    func answersAgain() async throws -> BootInstant {
        while true {
            if let answer = try? await app.ask("GET", "/healthz"), answer.status == 200 { return clock.now }
            try await Task.sleep(for: Self.pollInterval)
        }
    }

    func processID() async throws -> pid_t {
        let inspection = try await docker.inspection(of: Self.service)
        guard let id = inspection?["State"]["Pid"].int, id > 1 else {
            throw LabError(.software, "the service's program does not run.")
        }
        return pid_t(id)
    }

    // MARK: - Floors

    private func restartFloor() async throws -> Double {
        let began = clock.now
        _ = try await api.order("POST", "/containers/\(Self.service)/stop?t=10")
        _ = try await api.order("POST", "/containers/\(Self.service)/start")
        return began.duration(to: clock.now).inSeconds
    }

    private func rollbackFloor() async throws -> Double {
        let old = Self.service
        guard let inspection = try await docker.inspection(of: old) else {
            throw LabError(.software, "there is no container \(old).")
        }
        let body: JSON = [
            "Image": inspection["Config"]["Image"], "Env": inspection["Config"]["Env"],
            "Labels": inspection["Config"]["Labels"],
            "HostConfig": [
                "NetworkMode": "host", "Memory": inspection["HostConfig"]["Memory"],
                "Tmpfs": inspection["HostConfig"]["Tmpfs"], "Binds": inspection["HostConfig"]["Binds"],
            ],
        ]
        let text = body.text
        let began = clock.now
        _ = try await api.order("POST", "/containers/create?name=\(old)-next", text)
        _ = try await api.order("POST", "/containers/\(old)/stop?t=10")
        _ = try await api.order("POST", "/containers/\(old)/rename?name=\(old)-old")
        _ = try await api.order("POST", "/containers/\(old)-next/rename?name=\(old)")
        _ = try await api.order("POST", "/containers/\(old)/start")
        let floor = began.duration(to: clock.now).inSeconds
        try await docker.removeContainer("\(old)-old")
        return floor
    }
}
