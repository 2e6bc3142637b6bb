import ArgumentParser
import Foundation
import Incident
import RuntimeFaults
import RuntimeHealing
import Watchdog
import WatchdogEngines
import WatchdogProbes

/// `lab demo runtime`.
struct DemoRuntimeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runtime",
        abstract: "Breaks a running service and lets the watchdog restart it and roll its image back.",
        discussion: """
            The watchdog is the one of `lab watch`: it sees probes and engine events, and nothing of the fault. The \
            command ends with 0 when it did what is right for the fault: healed it, called a person, or left the \
            service alone.
            """)

    @Option(
        help: "The fault, by id or alias: see `lab faults`.",
        completion: .shellCommand("lab faults --domain container --ids"))
    var fault: String = "unhealthy_marker"

    @OptionGroup var engineOptions: EngineOptions

    @Option(
        help: ArgumentHelp(
            "The sample service with all it needs, as scripts/labapp-image leaves it.",
            discussion: "Default: .lab/image/rootfs in the repository."))
    var rootfs: String?

    @Option(help: "Where the artifacts go; default: artifacts/runtime/FAULT.", completion: .directory)
    var artifacts: String?

    @Option(
        help: ArgumentHelp("Seconds for the whole run; after this it is ended.", valueName: "seconds"))
    var timeLimit: Double = 180

    @Flag(help: "Print the incident report as JSON instead of the story.")
    var json = false

    func validate() throws {
        guard timeLimit > 0 else { throw ValidationError("--time-limit must be greater than 0.") }
    }

    func run() async throws {
        let fault = try Self.fault(named: fault)
        let root = try Repository.root()
        let folder = artifacts ?? root + "/artifacts/runtime/" + fault.id
        try Artifacts.check(folder)
        let stage = try await engineOptions.demoStage(rootfs: rootfs, root: root)
        let network = ProbeNetwork()
        let client = SampleClient()
        let ports = try FreePorts.pair()
        let story = RuntimeStory(isQuiet: json)
        if !json { Console.result("demo runtime: \(fault.id): \(fault.summary)\n") }
        let demo = RuntimeDemo(
            .init(
                fault: fault, stage: stage, send: { await client.send($0, $1) },
                probes: { service, engine in
                    // The demo's own probes are well formed.
                    (try? ProbeFactory(engine: engine, network: network).probes(of: service))
                        ?? ServiceProbes(liveness: [])
                },
                port: ports.0, dependencyPort: ports.1, timeLimit: .milliseconds(Int(timeLimit * 1000)),
                tell: { story.tell($0) }))
        let result: Result<RuntimeDemoRecord, any Error>
        do { result = .success(try await demo.run()) } catch { result = .failure(error) }
        await client.stop()
        await network.stop()
        let record = try result.mapError(EngineOptions.readable).get()
        try ArtifactWriter(directory: folder).write(record.raw + record.artifacts)
        if json {
            Console.result(try CanonicalJSON.encode(record.report))
        } else {
            story.close(record, artifacts: folder)
        }
        if !record.isAsExpected { throw VerdictExit(code: .notHealed) }
    }

    private static func fault(named name: String) throws -> any ContainerFault {
        if let fault = ContainerFaultCatalogue.find(name) { return fault }
        let nearest = ContainerFaultCatalogue.nearest(to: name).map { "Did you mean '\($0)'?" }
        throw LabError(
            .usage, "--fault \(name): there is no such fault of running services.",
            hint: nearest
                ?? "There are: \(ContainerFaultCatalogue.all.map(\.id).joined(separator: ", ")).")
    }
}
