import Bench
import Foundation
import Incident
import RuntimeFaults
import Scoreboard
import Watchdog
import WatchdogConfiguration
import WatchdogEngines
import WatchdogJournal
import WatchdogProbes

/// Services of the user's own, as a watch configuration describes them.
struct OwnServicesField: BenchField {
    let name: String
    let output: String
    let healer: Healer
    let configuration: String?
    let engine: EngineKind?
    private let player: OwnPlayer
    private let network = ProbeNetwork()
    /// Held for as long as services are disrupted: a watchdog would heal them as well.
    private let lock: JournalLock

    /// - Throws: `LabError` with `.usage` when nobody allowed the disruption, after saying what it would be.
    init(_ command: BenchCommand, _ watched: WatchConfiguration, at path: String, _ cases: [BenchCase])
        async throws
    {
        guard command.allowDisruption else {
            for line in Self.plan(cases, watched, command.selection.repeat) { Console.note(line) }
            throw LabError(
                .usage, "--config \(path): these trials disrupt running services.",
                hint: "Give --allow-disruption when that may happen now.")
        }
        name = URL(fileURLWithPath: path).lastPathComponent
        configuration = watched.digest
        let whole = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath()
        let key =
            "\(whole.deletingPathExtension().lastPathComponent)-\(Digest.sha256(whole.path).prefix(8))"
        let base = BenchGround.base(command.workDir, root: try? Repository.root())
        output = command.output.map { URL(fileURLWithPath: $0).path } ?? base + "/bench-" + key
        healer =
            try command.healer.map {
                .command(try HealerCommand($0, in: FileManager.default.currentDirectoryPath))
            } ?? .lab
        try Artifacts.check(output, flag: "--output")
        lock = try await Self.lock(watched, path, cases)
        let (engine, info) = try await WatchEngine.open(watched)
        guard let disruptive = engine as? any DisruptiveEngine else {
            throw LabError(
                .badInput,
                "--config \(path): services of \(info.title) are not tried: it replaces their containers by itself, so that they could not be put back as they were."
            )
        }
        self.engine = info.kind
        let network = network
        player = OwnPlayer(
            .init(
                services: watched.services, engine: disruptive,
                probes: { service, engine in
                    // A parsed configuration holds no address that is none.
                    (try? ProbeFactory(engine: engine, network: network).probes(of: service))
                        ?? ServiceProbes(liveness: [])
                },
                isInMaintenance: { service, date in service.maintenance.contains { $0.contains(date) } },
                healer: healer, budget: .milliseconds(Int(command.budget * 1000)),
                seed: command.selection.seed, configuration: watched.digest, access: Self.access(disruptive),
                folder: base + "/bench-work/" + key, output: output))
        // Before anything else may go wrong: somebody's service may be down.
        do {
            guard let item = try await player.recover() else { return }
            Console.note("\(item): an earlier call was ended over it; what it left is put back")
        } catch {
            throw WatchEngine.readable(error)
        }
    }

    var package: String { "" }

    func carryOut(_ errands: [BenchRunner.Errand], after done: Int, with runner: BenchRunner) async throws {
        let result: Result<Void, any Error>
        do {
            result = .success(
                try await runner.run(errands, players: [player], before: (done, done + errands.count)))
        } catch { result = .failure(error) }
        await network.stop()
        withExtendedLifetime(lock) {}
        try result.mapError(WatchEngine.readable).get()
    }

    private static func access(_ engine: any DisruptiveEngine) -> [String: String] {
        switch engine {
        case let docker as DockerEngine:
            ["LAB_ENGINE_SOCKET": docker.socket.path, "DOCKER_HOST": docker.socket.description]
        case let processes as ProcessEngine: ["LAB_PROCESS_ROOT": processes.path]
        default: [:]
        }
    }

    // MARK: - Before anything is done

    /// What would be done to which container, a line each.
    private static func plan(_ cases: [BenchCase], _ watched: WatchConfiguration, _ repetitions: Int)
        -> [String]
    {
        let times = repetitions == 1 ? "" : ", \(repetitions) times each"
        var lines = ["This is what would be done\(times), one after the other:"]
        for service in watched.services {
            let mine = cases.compactMap { OwnCatalogue.split($0.id) }.filter { $0.service == service.name }
            guard !mine.isEmpty else { continue }
            lines.append("  \(service.name): to the container \(service.container)")
            lines += mine.map { "    \($0.fault.id): \($0.fault.deed)" }
            let needing = watched.services.filter { $0.dependsOn.contains(service.name) }.map(\.name)
            if !needing.isEmpty { lines.append("    needed by \(needing.joined(separator: ", "))") }
        }
        lines.append("After each, the container is put back: the same image, running and healthy.")
        return lines
    }

    /// Keeps watchdogs away. One with another journal, such as in a container of its own, is found by where it serves.
    private static func lock(
        _ watched: WatchConfiguration, _ path: String, _ cases: [BenchCase]
    ) async throws -> JournalLock {
        let hint = "Both would heal the same services: end that watchdog for the time of the trials."
        let lock: JournalLock
        do { lock = try JournalLock(journal: watched.path(of: watched.journal)) } catch let error as LabError
            where error.code == .locked
        {
            throw LabError(.locked, "--config \(path): \(error.message)", hint: hint)
        }
        let mine = Set(cases.compactMap { OwnCatalogue.split($0.id)?.service })
        if let listen = watched.listen, let statuses = try? await WatchClient(watched)?.statuses(),
            let other = statuses.first(where: { mine.contains($0.service) })
        {
            throw LabError(
                .locked, "--config \(path): a watchdog that serves at \(listen) watches '\(other.service)'.",
                hint: hint)
        }
        return lock
    }
}
