import ArgumentParser
import Foundation
import WatchdogSimulation

/// Runs simulated worlds and says what was seen; a world that breaks an invariant is named by its seed.
@main
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lab-simulate",
        abstract: "Run the watchdog in simulated worlds where everything goes wrong.")

    @Option(help: "How many worlds.")
    var seeds = 10_000

    @Option(help: "The first seed.")
    var from: UInt64 = 0

    @Option(help: "Worlds at a time.")
    var jobs = 2

    @Option(help: "Run this one seed.")
    var seed: UInt64?

    @Flag(help: "Print what happened, with --seed.")
    var trace = false

    @Flag(help: "Print the result as JSON.")
    var json = false

    @Option(help: "Break the watchdog in this way.", transform: Self.sabotage)
    var sabotage: Sabotage?

    func run() async throws {
        if let seed { return try runOne(seed) }
        let start = Date()
        let tally = await runAll()
        let seconds = Date().timeIntervalSince(start)
        let summary = Summary(tally, from: from, seconds: seconds)
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            print(String(decoding: try encoder.encode(summary), as: UTF8.self))
        } else {
            print(summary.text)
        }
        if tally.failed > 0 { throw ExitCode(1) }
    }

    private func runOne(_ seed: UInt64) throws {
        let report = Simulation.run(seed: seed, sabotage: sabotage, traced: trace)
        for line in report.trace { print(line) }
        print(
            "seed \(seed): \(report.events) events, \(report.milliseconds / 1000) s, "
                + "\(report.incidents) incidents: \(report.endings.joined(separator: ", "))")
        for violation in report.violations { print("VIOLATION \(violation)") }
        if !report.violations.isEmpty { throw ExitCode(1) }
    }

    private func runAll() async -> Tally {
        let batch: UInt64 = 64
        let counter = BatchCounter(next: from, end: from + UInt64(seeds), size: batch)
        return await withTaskGroup(of: Tally.self) { group in
            for _ in 0..<max(jobs, 1) {
                group.addTask {
                    var tally = Tally()
                    while let seeds = await counter.take() {
                        for seed in seeds { tally.add(Simulation.run(seed: seed, sabotage: sabotage)) }
                    }
                    return tally
                }
            }
            var all = Tally()
            for await tally in group { all.add(tally) }
            return all
        }
    }

    private static func sabotage(_ text: String) throws -> Sabotage {
        guard let sabotage = Sabotage(rawValue: text) else {
            let names = Sabotage.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("there is no sabotage '\(text)'; there are \(names)")
        }
        return sabotage
    }
}

/// Hands out seeds.
actor BatchCounter {
    private var next: UInt64
    private let end: UInt64
    private let size: UInt64

    init(next: UInt64, end: UInt64, size: UInt64) {
        self.next = next
        self.end = end
        self.size = size
    }

    func take() -> Range<UInt64>? {
        guard next < end else { return nil }
        defer { next = min(end, next + size) }
        return next..<min(end, next + size)
    }
}
