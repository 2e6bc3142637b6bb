import ArgumentParser
import Foundation
import Healing
import Incident
import Reports
import RuntimeHealing

/// `lab report`.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Reads incident reports, checks them against their artifacts, and makes pages of them.",
        discussion: """
            Every digest in a report is compared with the file it names. A report that does not hold up ends the \
            command with exit code 65.

            With --html, the directory becomes a static site that opens without a server: a scoreboard, a page for \
            each incident and, where there is one, the mutation report.
            """)

    @Argument(
        help: ArgumentHelp("A directory that holds reports, at any depth, or one report.", valueName: "dir"),
        completion: .directory)
    var path: String = "artifacts"

    @Flag(help: "Print JSON.")
    var json = false

    @Option(
        help: ArgumentHelp("Write the reports as pages to this directory.", valueName: "out"),
        completion: .directory)
    var html: String?

    @Option(
        help: ArgumentHelp("With --html: compare with the reports of another run.", valueName: "dir"),
        completion: .directory)
    var compare: String?

    @Flag(help: "With --html: serve the pages on 127.0.0.1 until Ctrl-C.")
    var serve = false

    @Option(help: "With --serve: the port; 0 takes a free one.")
    var port = 0

    fileprivate struct Row: Encodable {
        var report: String
        var verdict: String
        var subject: String
        @Nullable var fault: String?
        @Nullable var failureClass: String?
        @Nullable var place: String?
        @Nullable var fixer: String?
        /// What does not hold up, empty when all does.
        var problems: [String]

        enum CodingKeys: String, CodingKey {
            case report, verdict, subject, fault, place, fixer, problems
            case failureClass = "class"
        }
    }

    private static let reportNames: Set<String> = [ArtifactName.report, RuntimeDemoRecord.reportName]

    func validate() throws {
        if html == nil, compare != nil || serve {
            throw ValidationError("--compare and --serve need --html, the directory of the pages.")
        }
        guard (0...65535).contains(port) else { throw ValidationError("--port \(port) is no port.") }
    }

    func run() async throws {
        if let html { return try await pages(to: html) }
        let rows = try files().map { Row(try FiledIncident.read($0, below: path)) }
        if json {
            Console.result(try CanonicalJSON.encode(rows))
        } else {
            for row in rows {
                let colour = row.verdict == Verdict.healed.rawValue
                let verdict = row.verdict.painted(colour ? .good : .bad, bold: true)
                let place = row.place.map { " at \($0)" } ?? ""
                let fixer = row.fixer.map { ", mended by \($0)" } ?? ""
                Console.result(
                    "\(verdict)  \(row.subject): \(row.failureClass ?? "no failure")\(place)\(fixer)  \(row.report.painted(.faint))"
                )
                for problem in row.problems { Console.result("  " + problem.painted(.bad)) }
            }
        }
        let bad = rows.filter { !$0.problems.isEmpty }
        guard bad.isEmpty else {
            throw LabError(.badInput, "\(bad.count) of \(rows.count) reports do not hold up.")
        }
        if !json { Console.note("\(rows.count) reports hold up: every artifact is as its report says.") }
    }

    private func files() throws -> [String] {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw LabError(.badInput, "\(path): there is no such file or directory.")
        }
        guard isDirectory.boolValue else { return [path] }
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        let found = names.filter {
            Self.reportNames.contains($0.split(separator: "/").last.map(String.init) ?? "")
        }
        .sorted()
        guard !found.isEmpty else {
            throw LabError(.badInput, "\(path) holds no \(ArtifactName.report).")
        }
        return found.map { path + "/" + $0 }
    }

    private func pages(to out: String) async throws {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue
        else {
            throw LabError(.badInput, "\(path): there is no such directory.")
        }
        guard
            URL(fileURLWithPath: out).resolvingSymlinksInPath()
                != URL(fileURLWithPath: path).resolvingSymlinksInPath()
        else { throw LabError(.usage, "--html \(out): pages need a directory of their own.") }
        var site = try ReportSite(directory: path, reports: Self.reportNames)
        if let compare { try site.compare(with: compare, reports: Self.reportNames) }
        let files = site.files()
        try SiteFolder(path: out).write(files)
        let start = URL(fileURLWithPath: out).appendingPathComponent("index.html")
        if json {
            Console.result(try CanonicalJSON.encode(["pages": start.path]))
        } else {
            Console.result(start.path)
        }
        if serve { try await SiteServer(files: files, port: port).run() }
    }
}

extension ReportCommand.Row {
    fileprivate init(_ incident: FiledIncident) {
        let data = incident.report.data
        self.init(
            report: incident.file, verdict: data.verdict.rawValue, subject: incident.report.subject,
            fault: data.fault?.id, failureClass: data.diagnosis?.failureClass,
            place: data.diagnosis?.location.map { "\($0.file):\($0.line)" }, fixer: data.remedy?.fixer,
            problems: incident.problems)
    }
}
