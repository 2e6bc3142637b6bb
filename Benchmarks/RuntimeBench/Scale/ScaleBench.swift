import ArgumentParser
import Foundation
import Incident
import RuntimeHealing
import Watchdog
import WatchdogJournal
import WatchdogProbes

/// `lab-runtime-bench scale`: what watching many services costs, and whether looks happen when they are due.
struct ScaleBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scale",
        abstract: "One watchdog over many services on loopback: processor, memory, lateness of looks.",
        discussion: """
            The services are of a process of their own. The engine is a stub that answers at once: what a real one \
            takes for its answers is its own.
            """)

    @Option(help: "How many services.")
    var services = 1000

    @Option(help: "Seconds from look to look.")
    var interval = 1.0

    @Option(help: "Seconds to measure, once all is steady.")
    var window = 30.0

    @Option(help: "Folder for the journal and the figures.")
    var folder = ".lab/bench-runtime"

    @Option(help: "Port of the services, each on an address of loopback of its own.")
    var port = 18_475

    @Flag(help: "Print the figures as JSON.")
    var json = false

    func validate() throws {
        guard (1...LoopbackAddress.limit).contains(services) else {
            throw ValidationError("--services must be 1 to \(LoopbackAddress.limit).")
        }
        guard (0.1...60).contains(interval) else {
            throw ValidationError("--interval must be 0.1 to 60 seconds.")
        }
        guard (1...300).contains(window) else { throw ValidationError("--window must be 1 to 300 seconds.") }
    }

    /// Every service has to pass this often before it counts as steady.
    private var soak: LadderPolicy.Soak { .init(successes: 3, minimum: .seconds(1)) }
    /// Start and journal of 10,000 services; after this the run counts as failed.
    private static let startLimit: Duration = .seconds(180)

    func run() async throws {
        let folder = URL(fileURLWithPath: folder).path
        let journalFolder = "\(folder)/scale-journal"
        try? FileManager.default.removeItem(atPath: journalFolder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: journalFolder) }
        let needed = services + 512
        guard DescriptorLimit.raise(to: needed) >= needed else {
            throw LabError(.unavailable, "\(services) services need \(needed) descriptors.")
        }
        let server = try ManyServices(services, port: port)
        defer { server.stop() }
        let network = ProbeNetwork()
        let log = ScaleLog(room: Int(Double(services) / interval * (window + 30)))
        let station = try station(network, log: log, journal: journalFolder + "/journal.sqlite")
        let figures = try await withThrowingTaskGroup(of: ScaleFigures?.self) { group in
            group.addTask {
                await station.run()
                return nil
            }
            group.addTask { try await measure(log) }
            defer { group.cancelAll() }
            while let ended = try await group.next() { if let ended { return ended } }
            throw CancellationError()
        }
        await network.stop()
        let text = try BenchOutput.json(figures)
        try text.write(
            toFile: "\(folder)/\(ScaleFigures.fileName(services))", atomically: true, encoding: .utf8)
        print(json ? text : ScalePage([figures]).text)
    }

    private func station(_ network: ProbeNetwork, log: ScaleLog, journal: String) throws -> WatchStation {
        let engine = StubEngine()
        let factory = ProbeFactory(engine: engine, network: network)
        var policy = LadderPolicy()
        policy.soak = soak
        let specs = (0..<services).map { index in
            let url = "http://\(LoopbackAddress.of(index)):\(port)/healthz"
            let probe = ProbeSpec(
                kind: .http(.init(url: url)), interval: .milliseconds(Int(interval * 1000)),
                timeout: .seconds(1))
            return ServiceSpec(
                name: "service-\(index)", container: "service-\(index)", liveness: [probe], policy: policy)
        }
        return WatchStation(
            services: specs,
            tools: .init(
                engine: engine, journal: try SQLiteJournal(path: journal), reports: log, observers: [log],
                // The addresses are well formed.
                probes: { (try? factory.probes(of: $0)) ?? ServiceProbes(liveness: []) }, seed: 1))
    }

    private static func failures(_ tally: ScaleLog.Tally) -> [String] {
        tally.details.sorted { $0.key < $1.key }.map { "\($0.value) looks: \($0.key)" }
    }

    private func measure(_ log: ScaleLog) async throws -> ScaleFigures {
        let clock = ContinuousClock()
        let began = clock.now
        let before = ProcessUse.now
        while log.promoted < services {
            guard clock.now - began < Self.startLimit else {
                let tally = log.take()
                throw LabError(
                    .timedOut,
                    "\(tally.promoted) of \(services) services became steady in time; "
                        + "\(tally.opened) incidents, \(tally.failed) failed looks.",
                    hint: (tally.details.map { "\($0.key): \($0.value)" } + tally.troubles).joined(
                        separator: "\n"))
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        let start = (clock.now - began) / .seconds(1)
        let starting = log.take()
        let startUse = ProcessUse.now
        BenchOutput.note("\(services) services are steady after \(BenchOutput.seconds(start)) s")
        // What the start put off is over.
        try await Task.sleep(for: .seconds(max(interval, 2)))
        _ = log.take()
        let first = ProcessUse.now
        try await Task.sleep(for: .seconds(window))
        let last = ProcessUse.now
        let steady = log.take()
        let seconds = (last.wall - first.wall) / .seconds(1)
        return ScaleFigures(
            services: services, interval: interval, window: seconds, cpuShare: last.share(since: first),
            startCPUSeconds: startUse.cpuSeconds - before.cpuSeconds, start: start,
            startLateness: .init(microseconds: starting.lateness),
            memoryMiB: ProcessUse.memory("VmRSS"), memoryPeakMiB: ProcessUse.memory("VmHWM"),
            looksPerSecond: Double(steady.looks.count) / seconds,
            lateness: .init(microseconds: steady.lateness), look: .init(microseconds: steady.looks),
            failedLooks: starting.failed + steady.failed, incidents: steady.opened,
            troubles: steady.troubles + Self.failures(starting) + Self.failures(steady))
    }
}
