import ArgumentParser
import Foundation
import Healing
import Incident
import Injector
import SourceEdit
import Workspace

/// `lab-bench packages`: seeded faults of the catalogue in packages nobody here wrote, healed with their own tests.
struct PackagesBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "packages",
        abstract: "Injects seeded faults into published packages and heals them with their own test suites.")

    @Option(help: "Only packages whose name contains this text.")
    var only: String?

    @Flag(help: "Keep the results of an earlier run that was stopped, and go on after them.")
    var resume = false

    @Option(help: "Chooses the faults and their places.")
    var seed: UInt64 = 2026

    @Option(help: "The packages, and how many faults each gets.")
    var packages = "Benchmarks/Packages/packages.json"

    @Option(help: "The page to write.")
    var output = "docs/real-packages.md"

    @Option(help: "Where results are written as they come, and where --resume reads them.")
    var results = "Benchmarks/Packages/results.json"

    private struct Row: Codable {
        var package: String
        var fault: String
        var place: String
        /// "not_noticed" where the tests pass with the fault, else the verdict of the heal.
        var verdict: String
        var isOriginal: Bool
        var remedy: String
        var summary: String
        var seconds: Double
        /// Of a fault that was not healed: whether the operators propose the original text.
        var reach: String?

        var isNoticed: Bool { verdict != Row.notNoticed && verdict != Row.doesNotBuild }

        var wantsReach: Bool { isNoticed && verdict != "healed" && reach == nil }

        static let notNoticed = "not_noticed"
        static let doesNotBuild = "does_not_build"
    }

    /// Places tried for each fault that is wanted; tests miss many faults.
    private static let triesPerFault = 5

    func run() async throws {
        let work = FileManager.default.currentDirectoryPath + "/.lab/packages"
        try FileManager.default.createDirectory(
            atPath: work + "/clones", withIntermediateDirectories: true)
        var rows: [Row] = []
        if resume, let data = FileManager.default.contents(atPath: results) {
            rows = try JSONDecoder().decode([Row].self, from: data)
        }
        let all = try RealPackage.all(in: packages)
        for package in all {
            if let only, !package.name.contains(only) { continue }
            let folder = try package.folder(in: work + "/clones")
            let workspace = try await Workspace.open(
                at: work + "/work/" + package.name, abortTrace: BenchPaths.abortTrace)
            let places = try await places(in: folder, workspace, package)
            let sources = try await InjectionRun(workspace: workspace).sources(of: folder)
            for index in rows.indices where rows[index].package == package.name && rows[index].wantsReach {
                let site = places.first {
                    $0.0.id == rows[index].fault && "\($0.1.file):\($0.1.line)" == rows[index].place
                }
                if let site { rows[index].reach = Self.reach(site.1, in: sources) }
            }
            if resume { try save(rows) }
            for (fault, site) in places.prefix(package.faults * Self.triesPerFault) {
                let own = rows.filter { $0.package == package.name }
                if own.count(where: \.isNoticed) >= package.faults { break }
                let place = "\(site.file):\(site.line)"
                if own.contains(where: { $0.place == place && $0.fault == fault.id }) { continue }
                var row = try await judge(package, folder, fault, site, workspace)
                if row.wantsReach { row.reach = Self.reach(site, in: sources) }
                rows.append(row)
                try save(rows)
                note(
                    "\(row.verdict)\(row.isOriginal ? ", the original" : "")  \(package.name)  \(fault.id) at \(place)  "
                        + "\(text(row.seconds)) s  \(row.remedy)")
            }
        }
        let page = self.page(rows, all)
        print(page)
        if only == nil || resume { try page.write(toFile: output, atomically: true, encoding: .utf8) }
    }

    private func save(_ rows: [Row]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        var data = try encoder.encode(rows)
        data.append(0x0A)
        try data.write(to: URL(fileURLWithPath: results), options: .atomic)
    }

    /// Places in seeded order, one of each fault before the second of any.
    private func places(
        in folder: String, _ workspace: Workspace, _ package: RealPackage
    ) async throws -> [(any Fault, FaultSite)] {
        var random = SplitMix(seed: seed, name: package.name)
        var queues: [(any Fault, [FaultSite])] = []
        let faults = FaultCatalogue.all.filter { $0.domain == .code && $0.failureClass != .buildError }
        let all = try await InjectionRun(workspace: workspace).sites(of: faults, in: folder)
        for (fault, sites) in zip(faults, all) {
            if !sites.isEmpty { queues.append((fault, sites.shuffled(using: &random))) }
        }
        queues.shuffle(using: &random)
        var found: [(any Fault, FaultSite)] = []
        for turn in 0..<(queues.map(\.1.count).max() ?? 0) {
            for (fault, sites) in queues where turn < sites.count { found.append((fault, sites[turn])) }
        }
        return found
    }

    private func judge(
        _ package: RealPackage, _ folder: String, _ fault: any Fault, _ site: FaultSite,
        _ workspace: Workspace
    ) async throws -> Row {
        let healer = CodeHealer(
            workspace: workspace,
            options: HealOptions(
                timeLimit: .seconds(900),
                testLimits: TestLimits(perTest: .seconds(20), addressSpaceBytes: 6 << 30),
                searchLibrary: BenchPaths.forkServer, searchLimit: .seconds(300))
        ) { _ in }
        let start = ContinuousClock.now
        var row = Row(
            package: package.name, fault: fault.id, place: "\(site.file):\(site.line)",
            verdict: Row.notNoticed, isOriginal: false, remedy: "", summary: "", seconds: 0)
        let place = SourceLocation(file: site.file, line: site.line)
        let record = try await healer.heal(
            package: folder, name: package.name, injecting: FaultRequest(fault: fault, place: place))
        // What was stopped has no verdict.
        try Task.checkCancellation()
        row.seconds = ((ContinuousClock.now - start) / .milliseconds(100)).rounded() / 10
        let data = record.report.data
        row.summary = data.summary
        row.remedy = data.remedy?.rationale ?? ""
        if record.verdict != .nothingToHeal { row.verdict = record.verdict.rawValue }
        if data.diagnosis?.failureClass == FailureClass.buildError.rawValue { row.verdict = Row.doesNotBuild }
        // The patch gives back what the fault took, letter for letter.
        row.isOriginal = try record.verdict == .healed && isOriginal(record, site, in: folder)
        return row
    }

    private func isOriginal(_ record: HealRecord, _ site: FaultSite, in folder: String) throws -> Bool {
        let original = try String(contentsOfFile: folder + "/" + site.file, encoding: .utf8)
        return record.changes.contains { $0.path == site.file && $0.after == original }
    }

    /// Whether a search could have given the original back, and by what.
    private static func reach(_ site: FaultSite, in sources: [SourceFile]) -> String? {
        guard let original = sources.first(where: { $0.path == site.file }),
            let text = site.edit.edits.applied(to: original.text)
        else { return nil }
        let broken = SourceFile(path: site.file, text: text)
        let mutations = OperatorCatalogue.mutations(
            in: broken, module: Ingredients(module: sources.map { $0.path == site.file ? broken : $0 }),
            purpose: .repair, initialValues: true
        )
        .sorted { $0.prior > $1.prior }
        guard let found = OperatorsBench.first(of: mutations, thatTurns: broken, into: original) else {
            return "No operator writes the original text."
        }
        return "The original is proposed by `\(mutations[found].operatorID)`; the search did not find it."
    }

    // MARK: - The page

    private func page(_ rows: [Row], _ packages: [RealPackage]) -> String {
        // A run that went on with `--resume` has them in another order.
        let noticed = packages.flatMap { package in rows.filter { $0.isNoticed && $0.package == package.name }
        }
        let healed = noticed.filter { $0.verdict == "healed" }
        let wanted = packages.reduce(0) { $0 + $1.faults }
        var lines = [
            "# Packages nobody here wrote", "",
            "Written by `make bench-packages`. Faults of the catalogue at places drawn from seed \(seed), one at a time, in",
            "packages as they are published; healed by `lab` with nothing but the package's own tests, which all pass after",
            "a heal. Faults that those tests do not notice, and those that do not compile, are drawn again.",
            "",
            "\(healed.count) of \(noticed.count) healed, \(healed.count(where: \.isOriginal)) of them to the original text. "
                + "\(rows.count { $0.verdict == Row.notNoticed }) more faults went unnoticed by the packages' tests. "
                + "Median time of a heal, baseline and regression test included: \(text(median(healed.map(\.seconds)))) s.",
            "Raw results are in `\(results)`."
                + (noticed.count < wanted
                    ? " Of \(wanted) faults that are to be run, \(noticed.count) have been so far; `--resume` goes on."
                    : ""),
            "", "| package | version | faults | healed | original text |", "|---|---|---:|---:|---:|",
        ]
        for package in packages {
            let own = noticed.filter { $0.package == package.name }
            lines.append(
                "| [\(package.name)](\(package.url)) | \(package.version) | \(own.count) | "
                    + "\(own.count { $0.verdict == "healed" }) | \(own.count(where: \.isOriginal)) |")
        }
        lines += [
            "", "## Fault by fault", "",
            "| package | fault | at | verdict | seconds | what the lab did, or found |",
            "|---|---|---|---|---:|---|",
        ]
        for row in noticed {
            let what =
                row.verdict == "healed" ? row.remedy : [row.summary, row.reach ?? ""].joined(separator: " ")
            lines.append(
                "| \(row.package) | `\(row.fault)` | `\(row.place)` | \(row.verdict)\(row.isOriginal ? ", original" : "") | "
                    + "\(text(row.seconds)) | \(cell(what)) |")
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
