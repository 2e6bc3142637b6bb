import ArgumentParser
import Foundation
import Healing
import Incident
import Workspace

/// `lab-bench repair`: repairs small packages by search, and checks the patches with tests the search did not see.
struct RepairBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract:
            "Repairs small defective packages, and checks the patches with tests the healer did not see.")

    @Option(help: "Only cases whose id contains this text.")
    var only: String?

    @Flag(
        help:
            "Keep the results of an earlier run that was stopped, and judge only the cases it did not reach.")
    var resume = false

    @Option(help: "The folder of the cases.")
    var cases = "Benchmarks/Repair/Cases"

    @Option(help: "The page to write.")
    var output = "docs/repair-benchmark.md"

    @Flag(help: "Keep the private copies and the reports.")
    var keep = false

    private struct Row: Codable {
        var item: RepairCase
        var verdict: String
        var isCorrect: Bool
        var remedy: String
        var rationale: String
        var seconds: Double
        var generated: Int
        var compiled: Int
        var run: Int
        var plausible: Int
        var perSecond: Double
        var firstPlausible: Double?
    }

    func run() async throws {
        let work = FileManager.default.currentDirectoryPath + "/.lab/repair"
        let results = work + "/results.json"
        try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
        var rows: [Row] = []
        if resume, let data = FileManager.default.contents(atPath: results) {
            rows = try JSONDecoder().decode([Row].self, from: data)
        }
        for (folder, item) in try RepairCase.all(in: cases) {
            if let only, !item.id.contains(only) { continue }
            if rows.contains(where: { $0.item.id == item.id }) { continue }
            let row = try await judge(item, folder, work)
            rows.append(row)
            try JSONEncoder().encode(rows).write(to: URL(fileURLWithPath: results), options: .atomic)
            note(
                "\(Self.word(row).padding(toLength: 15, withPad: " ", startingAt: 0)) \(row.item.id)  "
                    + "\(text(row.seconds)) s  \(row.generated)/\(row.compiled)/\(row.plausible)  \(row.rationale)"
            )
        }
        let total = try RepairCase.all(in: cases).count
        let page = self.page(rows.sorted { $0.item.id < $1.item.id }, of: total)
        print(page)
        if only == nil || resume { try page.write(toFile: output, atomically: true, encoding: .utf8) }
    }

    /// Shared by all cases, as the lab shares it between the packages that it heals.
    private var modules: String { FileManager.default.currentDirectoryPath + "/.lab/modules" }

    private func judge(_ item: RepairCase, _ folder: String, _ work: String) async throws -> Row {
        let place = work + "/" + item.id
        let patient = place + "/patient"
        try? FileManager.default.removeItem(atPath: place)
        try FileManager.default.createDirectory(atPath: patient, withIntermediateDirectories: true)
        defer { if !keep { try? FileManager.default.removeItem(atPath: place) } }
        for name in ["Package.swift", "Sources", "Tests"] {
            try FileManager.default.copyItem(atPath: folder + "/" + name, toPath: patient + "/" + name)
        }
        let heal = try await Workspace.open(
            at: place + "/heal", abortTrace: BenchPaths.abortTrace, modules: modules)
        let limits = TestLimits(perTest: .seconds(3), addressSpaceBytes: 4 << 30)
        let healer = CodeHealer(
            workspace: heal,
            options: HealOptions(
                timeLimit: .seconds(300), testLimits: limits, searchLibrary: BenchPaths.forkServer,
                searchLimit: .seconds(180))
        ) { _ in }
        let start = ContinuousClock.now
        let record = try await healer.heal(package: patient, name: item.id)
        // What was stopped has no verdict.
        try Task.checkCancellation()
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let data = record.report.data
        let search = data.remedy?.search
        let testing = record.durations.first { $0.step == "search" }
        var row = Row(
            item: item, verdict: record.verdict.rawValue, isCorrect: false,
            remedy: data.remedy?.kind.rawValue ?? "", rationale: data.remedy?.rationale ?? "",
            seconds: seconds, generated: search?.generated ?? 0, compiled: search?.compiled ?? 0,
            run: search?.run ?? 0, plausible: search?.plausible ?? 0, perSecond: record.searchRate ?? 0,
            firstPlausible: testing.map { $0.duration / .seconds(1) })
        if keep {
            for file in record.artifacts + record.raw {
                let path = URL(fileURLWithPath: place + "/artifacts/" + file.name)
                try FileManager.default.createDirectory(
                    at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
                try file.data.write(to: path)
            }
        }
        guard record.verdict == .healed else { return row }
        row.isCorrect = try await validates(record, folder, patient, place, limits)
        return row
    }

    /// Whether the healed package passes tests that the healer never saw.
    private func validates(
        _ record: HealRecord, _ folder: String, _ patient: String, _ place: String, _ limits: TestLimits
    ) async throws -> Bool {
        for change in record.changes {
            try change.after.write(toFile: patient + "/" + change.path, atomically: true, encoding: .utf8)
        }
        let check = try await Workspace.open(
            at: place + "/check", abortTrace: BenchPaths.abortTrace, modules: modules)
        try await check.load(patient: patient)
        guard let tests = try await check.describePackage().targets.first(where: { $0.kind == "test" })?.path
        else { throw CocoaError(.fileNoSuchFile) }
        for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/Validation").sorted() {
            let text = try String(contentsOfFile: folder + "/Validation/" + name, encoding: .utf8)
            try await check.write(files: [tests + "/" + name: text])
        }
        guard try await check.build().succeeded else {
            throw LabError(.badInput, "The validation tests of \(folder) do not compile.")
        }
        return try await check.test(.all, limits: limits).succeeded
    }

    // MARK: - The page

    private static func word(_ row: Row) -> String {
        guard row.verdict == "healed" else { return row.verdict }
        return row.isCorrect ? "correct" : "plausible"
    }

    private func page(_ rows: [Row], of total: Int) -> String {
        let repairable = rows.filter { $0.item.kind == .repairable }
        let silent = rows.filter { $0.item.kind == .noFailingTest }
        let outside = rows.filter { $0.item.kind == .outside }
        let healed = repairable.filter { $0.verdict == "healed" }
        var lines = [
            "# Repair benchmark", "",
            "Written by `make bench-repair`. Small packages with one defect each, made for this benchmark; the healer sees",
            "their public tests, and a patch counts as correct when the validation tests, which it never sees, pass too.",
            "The compiler's modules are kept between the cases, as the lab keeps them between packages. The lab is a release",
            "build, on \(ProcessInfo.processInfo.activeProcessorCount) cores.",
            "", "This page holds \(rows.count) of the \(total) cases in `\(cases)`.", "",
            "| | cases | plausible | correct |", "|---|---:|---:|---:|",
            "| repairable | \(repairable.count) | \(healed.count) | \(healed.count(where: \.isCorrect)) |",
            "| no failing test | \(silent.count) | \(silent.count { $0.verdict == "healed" }) | "
                + "\(silent.count { $0.verdict == "nothing_to_heal" }) left alone |",
            "| outside of the operators | \(outside.count) | \(outside.count { $0.verdict == "healed" }) | "
                + "\(outside.count { $0.isCorrect }) |", "",
            "Median time to a verified patch, its regression test included: "
                + "\(text(median(healed.map(\.seconds)))) s. Median of candidates judged per second: "
                + "\(text(median(healed.filter { $0.run > 0 }.map(\.perSecond)))).", "",
            "## By family of the reference repair", "",
            "| family | cases | plausible | correct |", "|---|---:|---:|---:|",
        ]
        for family in Set(repairable.map(\.item.family)).sorted() {
            let own = repairable.filter { $0.item.family == family }
            lines.append(
                "| `\(family)` | \(own.count) | \(own.count { $0.verdict == "healed" }) | \(own.count { $0.isCorrect }) |"
            )
        }
        lines += [
            "", "## Case by case", "",
            "Candidates: generated, compiling, plausible.", "",
            "| case | symptom | verdict | seconds | candidates | what the lab did |",
            "|---|---|---|---:|---:|---|",
        ]
        for row in rows {
            lines.append(
                "| `\(row.item.id)` | \(row.item.symptom) | \(Self.word(row)) | \(text(row.seconds)) | "
                    + "\(row.generated), \(row.compiled), \(row.plausible) | \(cell(row.rationale)) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func cell(_ text: String) -> String {
        text.replacingOccurrences(of: "|", with: "\\|").replacingOccurrences(of: "\n", with: " ")
    }

    private func note(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }
}
