import ArgumentParser
import Foundation
import Incident
import SourceEdit
import Trials
import Workspace

/// `lab-bench search`: how many candidates a second one build with switches and a fork server judge.
struct SearchBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Candidates judged per second, against a rebuild for each, in one run.")

    @Option(help: "Packages without dependencies, separated by commas.")
    var packages = "prime-sieve,stack-machine,coin-change-ways"

    @Option(help: "Runs over all candidates; the median counts.")
    var repeats = 5

    @Option(help: "Candidates that are rebuilt one by one.")
    var rebuilds = 10

    @Option(help: "Chooses those.")
    var seed: UInt64 = 2026

    @Option(help: "The page to write.")
    var output = "docs/search-benchmark.md"

    private struct Row {
        var package: String
        var candidates: Int
        var compiled: Int
        var buildSeconds: Double
        var rates: [Double]
        var rebuild: Double

        var ratio: Double { median(rates) * rebuild }
    }

    func run() async throws {
        guard let library = BenchPaths.forkServer else {
            throw LabError(.unavailable, "There is no fork server here.")
        }
        var rows: [Row] = []
        for name in packages.split(separator: ",").map(String.init) {
            let row = try await measure(name, library)
            rows.append(row)
            note(
                "\(name): \(row.compiled) candidates, \(row.rates.map(text).joined(separator: " ")) a second; "
                    + "a rebuild takes \(text(row.rebuild)) s; ratio \(text(row.ratio))")
        }
        try page(rows).write(toFile: output, atomically: true, encoding: .utf8)
        print("wrote \(output)")
    }

    private func measure(_ name: String, _ library: String) async throws -> Row {
        let here = FileManager.default.currentDirectoryPath
        let patient = here + "/.lab/bench-search/patients/" + name
        try? FileManager.default.removeItem(atPath: patient)
        try FileManager.default.createDirectory(atPath: patient, withIntermediateDirectories: true)
        for part in ["Package.swift", "Sources", "Tests"] {
            try FileManager.default.copyItem(
                atPath: "Benchmarks/Repair/Cases/\(name)/\(part)", toPath: patient + "/" + part)
        }
        let workspace = try await Workspace.open(
            at: here + "/.lab/bench-search/" + name, abortTrace: BenchPaths.abortTrace)
        try await workspace.load(patient: patient)
        var files: [String: SourceFile] = [:]
        for path in FileManager.default.enumerator(atPath: patient)?.compactMap({ $0 as? String }) ?? []
        where path.hasPrefix("Sources/") && path.hasSuffix(".swift") {
            files[path] = SourceFile(path: path, text: try await workspace.read(path))
        }
        let all = files.keys.sorted().compactMap { files[$0] }
        let module = Ingredients(module: all)
        let mutations = all.flatMap { OperatorCatalogue.mutations(in: $0, module: module, purpose: .repair) }
        let numbered = mutations.enumerated().map {
            Schema.Numbered(number: Int32($0.offset + 1), mutation: $0.element)
        }
        let start = ContinuousClock.now
        let built = try await SchemataBuild(workspace: workspace, library: library, files: files) { _ in }
            .build(numbered)
        let buildSeconds = (ContinuousClock.now - start) / .seconds(1)
        guard let setup = try await workspace.forkSetup(for: built.build, units: built.unitLimit) else {
            throw LabError(.software, "\(name) has no tests.")
        }
        let pool = try await ForkPool.start(setup, servers: ForkPool.usualSize)
        var bench = try await TestBench(pool)
        try await bench.explore(wall: .seconds(3))
        let alive = numbered.filter { built.units[$0.number] != nil }
        // Tests that fail before anything is changed would end each child at once.
        let passing = bench.looks.filter { !$0.failed }.map(\.test)
        let jobs = alive.flatMap { item in
            bench.jobs(
                passing, active: [ForkJob.Choice(unit: built.units[item.number] ?? 0, number: item.number)])
        }
        var rates: [Double] = []
        for _ in 0..<max(1, repeats) {
            let start = ContinuousClock.now
            for try await _ in pool.results(of: jobs) {}
            rates.append(Double(alive.count) / ((ContinuousClock.now - start) / .seconds(1)))
        }
        await pool.stop()
        var random = SplitMix(seed: seed, name: name)
        let chosen = alive.shuffled(using: &random).prefix(rebuilds).compactMap { item in
            files[item.mutation.path].flatMap { file in
                item.mutation.edits.applied(to: file.text).map { (path: file.path, text: $0) }
            }
        }
        let floor = RebuildFloor(
            workspace: workspace, limits: TestLimits(perTest: .seconds(3), addressSpaceBytes: 4 << 30))
        let seconds = try await floor.seconds(chosen, of: patient)
        return Row(
            package: name, candidates: numbered.count, compiled: alive.count, buildSeconds: buildSeconds,
            rates: rates, rebuild: median(seconds))
    }

    private func page(_ rows: [Row]) -> String {
        var lines = [
            "# Search, measured", "",
            "Written by `make bench-search` on \(ProcessInfo.processInfo.activeProcessorCount) cores. Every change that the operators propose for a package",
            "without dependencies is judged by all tests that pass at first: woven into one build and run in children of the",
            "fork server (medians and best of \(repeats) runs), against \(rebuilds) of them written, built and tested one by one in the",
            "same run (median). Candidates that hang count with the time they are given.", "",
            "| package | candidates | compile | one build (s) | judged per second, median | best | a rebuild (s) | ratio |",
            "|---|---:|---:|---:|---:|---:|---:|---:|",
        ]
        for row in rows {
            lines.append(
                "| `\(row.package)` | \(row.candidates) | \(row.compiled) | \(text(row.buildSeconds)) | "
                    + "\(text(median(row.rates))) | \(text(row.rates.max() ?? 0)) | \(text(row.rebuild)) | "
                    + "\(text(row.ratio)) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func note(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }
}
