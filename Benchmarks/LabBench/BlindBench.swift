import ArgumentParser
import Foundation
import Healing
import Incident
import Injector
import Workspace

/// `lab-bench blind`: heals defects made by hand, with the injector never run.
struct BlindBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blind",
        abstract: "Heals hand-made defects, and checks the healed code with tests the healer did not see.")

    @Option(help: "Only cases whose id contains this text.")
    var only: String?

    @Flag(
        help:
            "Keep the results of an earlier run that was stopped, and judge only the cases it did not reach.")
    var resume = false

    @Option(help: "The page to write.")
    var output = "docs/blind-heals.md"

    private struct Row: Codable {
        var item: BlindCase
        var verdict: String
        var isOriginal: Bool
        var fixer: String
        var rationale: String
        var seconds: Double
    }

    func run() async throws {
        let root = "Benchmarks/BlindHeals"
        let work = FileManager.default.currentDirectoryPath + "/.lab/blind"
        let results = work + "/results.json"
        try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
        var rows: [Row] = []
        if resume, let data = FileManager.default.contents(atPath: results) {
            rows = try JSONDecoder().decode([Row].self, from: data)
        }
        var workspaces: [String: (heal: Workspace, check: Workspace)] = [:]
        for (folder, item) in try BlindCase.all(in: root + "/Cases") {
            if let only, !item.id.contains(only) { continue }
            if rows.contains(where: { $0.item.id == item.id }) { continue }
            let spaces: (heal: Workspace, check: Workspace)
            if let known = workspaces[item.package] {
                spaces = known
            } else {
                spaces = (
                    try await Workspace.open(
                        at: work + "/\(item.package)-heal", abortTrace: BenchPaths.abortTrace),
                    try await Workspace.open(
                        at: work + "/\(item.package)-check", abortTrace: BenchPaths.abortTrace)
                )
                workspaces[item.package] = spaces
            }
            let row = try await judge(item, folder, root, work, spaces)
            rows.append(row)
            try JSONEncoder().encode(rows).write(to: URL(fileURLWithPath: results), options: .atomic)
            note(
                "\(row.verdict == "healed" ? row.isOriginal ? "original " : "plausible" : row.verdict)  \(item.id)  "
                    + "\(text(row.seconds)) s  \(row.rationale)")
        }
        let total = try BlindCase.all(in: root + "/Cases").count
        let page = self.page(rows.sorted { $0.item.id < $1.item.id }, of: total)
        print(page)
        if only == nil || resume { try page.write(toFile: output, atomically: true, encoding: .utf8) }
    }

    private func judge(
        _ item: BlindCase, _ folder: String, _ root: String, _ work: String,
        _ spaces: (heal: Workspace, check: Workspace)
    ) async throws -> Row {
        let source = item.package == "LabApp" ? "Sources/LabApp" : root + "/Packages/" + item.package
        let patient = work + "/patients/" + item.package
        try? FileManager.default.removeItem(atPath: patient)
        try FileManager.default.createDirectory(atPath: work + "/patients", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: source, toPath: patient)
        try? FileManager.default.removeItem(atPath: patient + "/.build")
        try patch(patient, with: folder + "/edit.diff")
        let healer = CodeHealer(
            workspace: spaces.heal,
            options: HealOptions(
                timeLimit: .seconds(300),
                testLimits: TestLimits(perTest: .seconds(5), addressSpaceBytes: 4 << 30))
        ) { _ in }
        let start = ContinuousClock.now
        let record = try await healer.heal(package: patient, name: item.package)
        // What was stopped has no verdict.
        try Task.checkCancellation()
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        var row = Row(
            item: item, verdict: record.verdict.rawValue, isOriginal: false,
            fixer: record.report.data.remedy?.fixer ?? "",
            rationale: record.report.data.remedy?.rationale ?? "",
            seconds: seconds)
        guard record.verdict == .healed else { return row }
        for change in record.changes {
            try change.after.write(toFile: patient + "/" + change.path, atomically: true, encoding: .utf8)
        }
        let heldOut = try String(contentsOfFile: folder + "/HeldOutTests.swift", encoding: .utf8)
        try await spaces.check.load(patient: patient)
        let target = try await spaces.check.describePackage().targets.first { $0.name == item.testTarget }
        guard let path = target?.path else { throw CocoaError(.fileNoSuchFile) }
        try await spaces.check.write(files: [path + "/HeldOutTests.swift": heldOut])
        guard try await spaces.check.build().succeeded else { return row }
        let run = try await spaces.check.test(
            .all, limits: TestLimits(perTest: .seconds(5), addressSpaceBytes: 4 << 30))
        row.isOriginal = run.succeeded
        return row
    }

    private func patch(_ directory: String, with diff: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "patch", "-p1", "-s", "--no-backup-if-mismatch", "-i", URL(fileURLWithPath: diff).path,
        ]
        process.currentDirectoryURL = URL(fileURLWithPath: directory)
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileReadCorruptFile) }
    }

    private func page(_ rows: [Row], of total: Int) -> String {
        let classes = Array(Set(rows.map(\.item.failureClass))).sorted()
        var lines = [
            "# Blind heals", "",
            "Written by `make bench-blind`. Defects made by hand in three packages, with the injector never run; their",
            "authors knew neither the fixers nor the sites the injector prefers. A heal has the original behaviour when",
            "tests that the healer never saw (`HeldOutTests.swift` beside each edit) pass on the healed package.",
            "",
            "This page holds \(rows.count) of the \(total) cases in `Benchmarks/BlindHeals/Cases`.", "",
            "| class | tried | healed | original behaviour |", "|---|---:|---:|---:|",
        ]
        func line(_ name: String, _ rows: [Row]) -> String {
            let healed = rows.count { $0.verdict == "healed" }
            let original = rows.count { $0.isOriginal }
            func share(_ count: Int) -> String {
                rows.isEmpty
                    ? "0" : "\(count) (\(Int((Double(count) / Double(rows.count) * 100).rounded()))%)"
            }
            return "| \(name) | \(rows.count) | \(share(healed)) | \(share(original)) |"
        }
        for name in classes { lines.append(line("`\(name)`", rows.filter { $0.item.failureClass == name })) }
        lines.append(line("**all**", rows))
        lines += [
            "", "Median time of a heal: \(text(median(rows.map(\.seconds)))) s.", "",
            "## What did not heal as it was", "",
            "| case | outcome | what the defect is | what the lab did |", "|---|---|---|---|",
        ]
        for row in rows where !row.isOriginal {
            let outcome = row.verdict == "healed" ? "healed, other behaviour" : row.verdict
            lines.append(
                "| `\(row.item.id)` | \(outcome) | \(cell(row.item.note)) | \(cell(row.rationale)) |")
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
