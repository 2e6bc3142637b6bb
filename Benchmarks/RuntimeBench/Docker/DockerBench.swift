import ArgumentParser
import Foundation
import Incident
import RuntimeHealing
import Watchdog
import WatchdogEngines
import WatchdogProbes

/// `lab-runtime-bench docker`: how long healing takes, beside the engine's own floor and another watchdog.
struct DockerBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docker",
        abstract: "Detection, restart and rollback on a Docker engine, as ratios to its own floor.",
        discussion: """
            The engine is the one DOCKER_HOST names; give it a private one (`scripts/engine start`): containers whose \
            name begins with labapp-demo are removed from it.
            """)

    @Option(help: "The sample service, as scripts/labapp-image leaves it.")
    var rootfs = ".lab/image/rootfs"

    @Option(help: "Folder for journals, figures and the other watchdog's files.")
    var folder = ".lab/bench-runtime"

    @Option(help: "Runs of each fault.")
    var repeats = 5

    @Option(help: "Port of the sample service on 127.0.0.1.")
    var port = 18_474

    @Option(help: "The other watchdog's program; a path that does not exist leaves it out.")
    var monit = "/usr/bin/monit"

    @Flag(help: "Print the figures as JSON.")
    var json = false

    func validate() throws {
        guard (1...50).contains(repeats) else { throw ValidationError("--repeats must be 1 to 50.") }
        guard (1024...65535).contains(port) else { throw ValidationError("--port must be 1024 to 65535.") }
    }

    func run() async throws {
        let folder = URL(fileURLWithPath: folder).path
        try? FileManager.default.removeItem(atPath: folder + "/journal")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let docker = DockerEngine(
            socket: try EngineSocket.resolve(environment: ProcessInfo.processInfo.environment))
        let info = try await docker.hello()
        let stage = DockerStage(docker: docker, rootfs: rootfs, folder: folder)
        let network = ProbeNetwork()
        BenchOutput.note("engine: \(info.title) at \(docker.socket)")
        try await stage.prepare()
        let result: Result<DockerFigures, any Error>
        do {
            result = .success(
                try await measure(
                    docker, title: info.title, stage: stage, network: network, folder: folder))
        } catch {
            result = .failure(error)
        }
        await stage.tearDown()
        await network.stop()
        let text = try BenchOutput.json(try result.get())
        try text.write(
            toFile: "\(folder)/\(DockerFigures.fileName)", atomically: true, encoding: .utf8)
        print(json ? text : DockerPage(try result.get()).text)
    }

    private func measure(
        _ docker: DockerEngine, title: String, stage: DockerStage, network: ProbeNetwork, folder: String
    ) async throws -> DockerFigures {
        let good = try await stage.install("labapp-demo:good", settings: ["LABAPP_VERSION": "1.0.0"])
        let new = try await stage.install("labapp-demo:new", settings: ["LABAPP_VERSION": "1.1.0"])
        let drill = Drill(
            docker: docker, stage: stage, network: network, folder: folder, port: port,
            interval: .seconds(1), good: good, new: new)
        var figures = DockerFigures(
            engine: title, repeats: repeats, interval: drill.interval.inSeconds,
            failureThreshold: drill.policy.failureThreshold,
            successThreshold: drill.policy.successThreshold,
            restart: try await runs(.unhealthy, drill), crash: try await runs(.crash, drill),
            rollback: try await runs(.rollback, drill))
        guard FileManager.default.isExecutableFile(atPath: monit) else {
            BenchOutput.note("there is no \(monit): left out")
            return figures
        }
        let rival = try MonitDrill(program: monit, drill: drill)
        figures.other = try rival.version()
        figures.otherUnhealthy = try await runs(.unhealthy, rival)
        figures.otherCrash = try await runs(.crash, rival)
        return figures
    }

    /// Faults fall evenly over the interval from look to look: the median is that of a fault at any time.
    private func delay(_ number: Int, _ interval: Duration) -> Duration {
        interval * (Double(number) - 0.5) / Double(repeats)
    }

    private func runs(_ kind: Drill.Kind, _ drill: Drill) async throws -> DrillFigures {
        var runs: [DrillRun] = []
        for number in 1...repeats {
            let run = try await drill.run(kind, number: number, delay: delay(number, drill.interval))
            tell("lab \(kind.rawValue)", number, run)
            runs.append(run)
        }
        return DrillFigures(runs: runs)
    }

    private func runs(_ kind: Drill.Kind, _ rival: MonitDrill) async throws -> DrillFigures {
        try await rival.runs(kind, count: repeats, delay: { delay($0, .seconds(1)) }) { number, run in
            tell("monit \(kind.rawValue)", number, run)
        }
    }

    private func tell(_ what: String, _ number: Int, _ run: DrillRun) {
        let parts = [
            ("offset", run.offset), ("event", run.event), ("detected", run.detected), ("acted", run.acted),
            ("answered", run.answered), ("verified", run.verified), ("floor", run.floor),
        ]
        let text = parts.compactMap { name, value in
            value.map { "\(name) \(BenchOutput.seconds($0, digits: 3))" }
        }
        BenchOutput.note("\(what) \(number): \(text.joined(separator: ", "))")
    }
}
