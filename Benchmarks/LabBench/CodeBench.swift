import ArgumentParser
import Foundation
import Healing
import Incident
import Injector
import Workspace

/// `lab-bench code`: the whole loop against its floor, and the time from red to verified green.
struct CodeBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code",
        abstract: "Wall time of the code loop as a ratio to the bare builds and test runs in it.")

    @Option(help: "Runs per fault for the ratio; the median counts.")
    var repeats = 5

    @Option(help: "Faults the ratio is measured on, separated by commas.")
    var ratioFaults = "zero_division"

    @Option(help: "The page to write.")
    var output = "docs/code-benchmark.md"

    @Flag(help: "Leave out the table of all faults.")
    var ratioOnly = false

    @Flag(help: "Print every build and test run with its time.")
    var verbose = false

    func run() async throws {
        let runner = RecordingRunner()
        let workspace = try await Workspace.open(
            at: FileManager.default.currentDirectoryPath + "/.lab/bench-code", runner: runner,
            abortTrace: BenchPaths.abortTrace)
        var ratios: [(fault: String, loops: [Double], floors: [Double])] = []
        for id in ratioFaults.split(separator: ",").map(String.init) {
            let fault = try Injector().fault(named: id)
            // The first run builds the dependencies, which is work of no one loop.
            _ = try await heal(fault, workspace)
            _ = runner.take()
            var loops: [Double] = []
            var floors: [Double] = []
            for number in 1...max(1, repeats) {
                let start = ContinuousClock.now
                let record = try await heal(fault, workspace)
                let loop = (ContinuousClock.now - start) / .seconds(1)
                let entries = runner.take()
                let bare = try Floor.replay(entries)
                if verbose { tell(entries, bare, record) }
                let floor = bare.reduce(.zero, +) / .seconds(1)
                loops.append(loop)
                floors.append(floor)
                note(
                    "\(id) run \(number): loop \(text(loop)) s, floor \(text(floor)) s, ratio \(text(loop / floor))"
                )
            }
            ratios.append((id, loops, floors))
        }
        var rows: [(fault: String, record: HealRecord)] = []
        if !ratioOnly {
            for fault in FaultCatalogue.all where fault.domain == .code {
                let record = try await heal(fault, workspace)
                note("\(fault.id): \(record.verdict.rawValue), red to green \(text(redToGreen(record))) s")
                rows.append((fault.id, record))
            }
        }
        try page(ratios, rows).write(toFile: output, atomically: true, encoding: .utf8)
        print("wrote \(output)")
    }

    private func heal(_ fault: any Fault, _ workspace: Workspace) async throws -> HealRecord {
        let healer = CodeHealer(
            workspace: workspace,
            options: HealOptions(testLimits: TestLimits(perTest: .seconds(5), addressSpaceBytes: 4 << 30))
        ) { _ in }
        return try await healer.heal(
            package: "Sources/LabApp", name: "LabApp", injecting: FaultRequest(fault: fault))
    }

    private func tell(_ entries: [RecordingRunner.Entry], _ bare: [Duration], _ record: HealRecord) {
        for (entry, bare) in zip(entries, bare) {
            let name = entry.command.executable.split(separator: "/").last.map(String.init) ?? ""
            let what = ([name] + entry.command.arguments.prefix(2)).joined(separator: " ")
            let changes = entry.changes.keys.sorted().joined(separator: ", ")
            note(
                "  \(text(entry.duration / .seconds(1))) s, bare \(text(bare / .seconds(1))) s  \(what)  \(changes)"
            )
        }
        for (step, duration) in record.durations { note("  \(step): \(text(duration / .seconds(1))) s") }
    }

    /// From the failing test run to all tests green on the patched commit.
    private func redToGreen(_ record: HealRecord) -> Double {
        record.durations.filter { ["diagnose", "fix", "verify"].contains($0.step) }
            .map { $0.duration / .seconds(1) }.reduce(0, +)
    }

    private func page(
        _ ratios: [(fault: String, loops: [Double], floors: [Double])],
        _ rows: [(fault: String, record: HealRecord)]
    ) -> String {
        var lines = [
            "# Code healing, measured", "",
            "Written by `make bench-code`. Wall times of one machine with \(ProcessInfo.processInfo.activeProcessorCount) cores;",
            "the ratio is what carries over.", "", "## The loop against its floor", "",
            "The floor is the same builds (`swift build --build-tests`) and runs of the test bundle over the same edits in",
            "the same workspace, replayed right after each run without the lab. Medians of \(repeats) runs.",
            "",
            "| fault | loop (s) | floor (s) | ratio |", "|---|---:|---:|---:|",
        ]
        for row in ratios {
            let ratio = median(zip(row.loops, row.floors).map { $0 / $1 })
            lines.append(
                "| `\(row.fault)` | \(text(median(row.loops))) | \(text(median(row.floors))) | \(text(ratio)) |"
            )
        }
        if !rows.isEmpty {
            lines += [
                "", "## From red to verified green", "",
                "From the failing test run to all tests passing on the patched commit: diagnosis, candidates, verification.",
                "", "| fault | verdict | candidates tried | red to green (s) | whole run (s) |",
                "|---|---|---:|---:|---:|",
            ]
            for (fault, record) in rows {
                let whole = record.durations.map { $0.duration / .seconds(1) }.reduce(0, +)
                lines.append(
                    "| `\(fault)` | \(record.verdict.rawValue) | \(record.report.data.remedy?.candidatesTried ?? 0) | "
                        + "\(text(redToGreen(record))) | \(text(whole)) |")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func note(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }
}

func text(_ number: Double) -> String { String(format: "%.2f", number) }

func median(_ numbers: [Double]) -> Double {
    guard !numbers.isEmpty else { return .nan }
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/// Files that benchmarks need from the build.
enum BenchPaths {
    static var abortTrace: String? { library("libAbortTrace.so") }
    static var forkServer: String? { library("libForkServer.so") }

    private static func library(_ name: String) -> String? {
        guard let folder = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
        else {
            return nil
        }
        let path = folder.appendingPathComponent(name).path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }
}
