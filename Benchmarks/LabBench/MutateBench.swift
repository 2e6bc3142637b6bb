import ArgumentParser
import Foundation
import Incident
import Mutation
import Workspace

/// `lab-bench mutate`: mutation testing of published packages, against a rebuild for each mutant.
struct MutateBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutate",
        abstract: "Mutants of published packages judged per second, against a rebuild for each, in one run.")

    @Option(help: "Names out of the list of packages, separated by commas.")
    var only = "SwiftCSV"

    @Option(help: "The packages.")
    var packages = "Benchmarks/Packages/packages.json"

    @Option(help: "Whole runs, each from nothing; the median counts.")
    var repeats = 3

    @Option(help: "Mutants that are rebuilt one by one.")
    var rebuilds = 8

    @Option(help: "Chooses those.")
    var seed: UInt64 = 2026

    @Option(help: "The page to write.")
    var output = "docs/mutation-benchmark.md"

    private struct Row {
        var package: RealPackage
        var record: MutationRecord
        var walls: [Double]
        var rates: [Double]
        var rebuild: Double
        /// Mutants whose verdict was not the same in every run.
        var contradictions: Int

        var perSecond: Double { Double(record.mutants.count) / median(walls) }
        var ratio: Double { perSecond * rebuild }
    }

    func run() async throws {
        let wanted = only.split(separator: ",").map(String.init)
        var rows: [Row] = []
        for package in try RealPackage.all(in: packages) where wanted.contains(package.name) {
            rows.append(try await measure(package))
        }
        let page = page(rows)
        print(page)
        try page.write(toFile: output, atomically: true, encoding: .utf8)
    }

    private func measure(_ package: RealPackage) async throws -> Row {
        let here = FileManager.default.currentDirectoryPath
        let work = here + "/.lab/bench-mutate"
        try FileManager.default.createDirectory(
            atPath: work + "/clones", withIntermediateDirectories: true)
        let folder = try package.folder(in: work + "/clones")
        var options = MutationOptions(
            jobs: ForkPool.usualSize, toolVersion: "bench")
        options.usesStore = false
        var walls: [Double] = []
        var rates: [Double] = []
        var records: [MutationRecord] = []
        for number in 1...max(1, repeats) {
            let place = work + "/" + package.name
            try? FileManager.default.removeItem(atPath: place)
            let workspace = try await Workspace.open(at: place, abortTrace: BenchPaths.abortTrace)
            let start = ContinuousClock.now
            let outcome = try await MutationTester(
                workspace: workspace, options: options, library: BenchPaths.forkServer
            ) { _ in }
            .run(package: folder, name: package.name)
            walls.append((ContinuousClock.now - start) / .seconds(1))
            rates.append(outcome.perSecond ?? 0)
            records.append(outcome.record)
            let stages = outcome.durations.map { "\($0.stage) \(text($0.duration / .seconds(1)))" }
            note(
                "\(package.name) run \(number): \(text(walls[number - 1])) s, \(outcome.builds) builds, "
                    + "\(outcome.children) children; \(stages.joined(separator: ", "))")
        }
        let workspace = try await Workspace.open(
            at: work + "/" + package.name + "-rebuild", abortTrace: BenchPaths.abortTrace)
        let plan = try await MutationTester(
            workspace: workspace, options: options, library: BenchPaths.forkServer
        ) { _ in }
        .plan(package: folder)
        let viable = Set(
            records[0].mutants.filter { $0.verdict.isDetected || $0.verdict.isUndetected }.map(\.id))
        var random = SplitMix(seed: seed, name: package.name)
        let chosen = plan.mutants.filter { viable.contains($0.mutant.id) }.shuffled(using: &random)
            .prefix(rebuilds).compactMap { planned in
                plan.text(under: planned).map { (path: planned.mutant.path, text: $0) }
            }
        let floor = RebuildFloor(
            workspace: workspace, limits: TestLimits(perTest: .seconds(10), addressSpaceBytes: 6 << 30))
        let seconds = try await floor.seconds(chosen, of: folder)
        let verdicts = records.map { record in
            Dictionary(record.mutants.map { ($0.id, $0.verdict) }) { first, _ in first }
        }
        let contradictions = records[0].mutants.filter { mutant in
            Set(verdicts.map { $0[mutant.id] }).count > 1
        }
        for mutant in contradictions {
            let found = verdicts.map { $0[mutant.id]?.rawValue ?? "no verdict" }
            note(
                "\(mutant.path):\(mutant.start.line) \(mutant.original) -> \(mutant.replacement): \(found.joined(separator: ", "))"
            )
        }
        return Row(
            package: package, record: records[0], walls: walls, rates: rates, rebuild: median(seconds),
            contradictions: contradictions.count)
    }

    private func page(_ rows: [Row]) -> String {
        var lines = [
            "# Mutation testing, measured", "",
            "Written by `make bench-mutate` on \(ProcessInfo.processInfo.activeProcessorCount) cores. Packages as they are published; every run starts from nothing:",
            "copy, build, baseline, every mutant. Medians of \(repeats) runs. A rebuild is one mutant written, built and tested by",
            "itself in the same run, median of \(rebuilds); the ratio is mutants per second against one by one.",
            "",
            "| package | version | mutants | wall (s) | mutants per second | while judging | a rebuild (s) | ratio | verdicts that differ between runs |",
            "|---|---|---:|---:|---:|---:|---:|---:|---:|",
        ]
        for row in rows {
            lines.append(
                "| \(row.package.name) | \(row.package.version) | \(row.record.mutants.count) | "
                    + "\(text(median(row.walls))) | \(text(row.perSecond)) | \(text(median(row.rates))) | "
                    + "\(text(row.rebuild)) | \(text(row.ratio)) | \(row.contradictions) |")
        }
        let verdicts = MutantVerdict.allCases
        lines += [
            "", "| package | " + verdicts.map { "`\($0.rawValue)`" }.joined(separator: " | ") + " | score |",
            "|---|" + verdicts.map { _ in "---:|" }.joined() + "---:|",
        ]
        for row in rows {
            lines.append(
                "| \(row.package.name) | "
                    + verdicts.map { String(row.record.count($0)) }.joined(separator: " | ")
                    + " | \(row.record.score.map(text) ?? "–") |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func note(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }
}
