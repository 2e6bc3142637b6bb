import ArgumentParser
import Foundation
import Healing
import Incident
import Reports
import Workspace

/// `lab heal`.
struct HealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "heal", abstract: "Heals a Swift package whose tests fail.",
        discussion: """
            Works on a private copy: the package stays as it is unless --apply is given. Uncommitted changes are part \
            of the patient. The patch (healing_patch.diff, for `git apply`), the regression test and the report are \
            written to the artifacts directory, with the forms that CI reads: SARIF, JUnit, annotations of GitHub, code \
            quality of GitLab, Markdown. --open-branch commits patch and test on a new branch of the repository that \
            the package lies in, from its HEAD; working tree, index and HEAD stay as they are. Fixers that know the \
            class of the failure are asked first; where none helps, thousands of small changes are tried from one \
            build (Linux).
            """)

    @Option(help: "The directory of the package.", completion: .directory)
    var package: String = "."

    @Option(
        help: "Where the patch and the report go; default: beside the private copy.", completion: .directory)
    var artifacts: String?

    @Option(
        help: ArgumentHelp(
            "Seconds for the whole run; after this the verdict is timed_out.", valueName: "seconds"))
    var timeLimit: Double?

    @Option(
        help: ArgumentHelp(
            "Seconds for the repair search; after this it hands over the best patch so far.",
            valueName: "seconds"))
    var searchLimit: Double = 240

    @Flag(help: "Only ask the fixers; do not search for a repair where none of them helps.")
    var noSearch = false

    @Flag(help: "Show every patch that the search found, best first.")
    var all = false

    @Flag(help: "Write the patch and the regression test to the package itself.")
    var apply = false

    @Option(
        help: ArgumentHelp("Commit the patch and the regression test on a new branch.", valueName: "name"))
    var openBranch: String?

    @Flag(help: "Print the incident report as JSON instead of the story.")
    var json = false

    @OptionGroup var options: CodeOptions

    func validate() throws {
        if let timeLimit, timeLimit <= 0 { throw ValidationError("--time-limit must be greater than 0.") }
        if searchLimit <= 0 { throw ValidationError("--search-limit must be greater than 0.") }
    }

    func run() async throws {
        let path = try PackagePath.check(package)
        let workspace = try await options.workspace(for: path)
        let folder = artifacts ?? workspace.directory + "/artifacts"
        try Artifacts.check(folder)
        let branch = try openBranch.map { try PatchBranch(name: $0, package: path) }
        if !noSearch, CodeOptions.forkServer == nil {
            Console.note("no repair search, only fixers: it needs Linux, and libForkServer.so beside lab")
        }
        let story = Story(isQuiet: json)
        let healer = CodeHealer(
            workspace: workspace,
            options: HealOptions(
                timeLimit: timeLimit.map { .milliseconds(Int($0 * 1000)) }, testLimits: options.testLimits,
                pathPrefix: PackagePath.prefix(of: path),
                searchLibrary: noSearch ? nil : CodeOptions.forkServer,
                searchLimit: .milliseconds(Int(searchLimit * 1000)))
        ) { story.tell($0) }
        let name = URL(fileURLWithPath: path).resolvingSymlinksInPath().lastPathComponent
        let record = try await healer.heal(package: path, name: name)
        // Before artifacts are written, which may lie in the repository. It is for a warning only: what came of the run
        // is not lost for it.
        let others = (try? branch?.uncommitted(except: Self.changes(of: record))) ?? []
        let forms = HealForms.files(of: record, prefix: PackagePath.prefix(of: path))
        try Artifacts.write(record, to: folder, forms: forms)
        // First what can be refused.
        if let branch, record.verdict == .healed { try open(branch, record, without: others) }
        if apply, record.verdict == .healed {
            try await UserTree(package: path).write(
                record.changes.map {
                    .init(path: $0.path, before: $0.before, isNew: $0.before == nil, after: $0.after)
                }, requiringClean: false)
        }
        if json {
            Console.result(try CanonicalJSON.encode(record.report))
        } else {
            story.close(record, artifacts: folder)
            if all { showAlternatives(record) }
            if record.verdict == .healed {
                Console.result(
                    apply
                        ? "  applied to \(path)"
                        : "  apply with: git apply \(folder)/\(ArtifactName.patch) \(folder)/\(ArtifactName.regression)"
                )
            }
        }
        try VerdictExit.end(record.verdict)
    }

    private static func changes(of record: HealRecord) -> [PatchBranch.Change] {
        record.changes.map { .init(path: $0.path, before: $0.before, after: $0.after) }
    }

    private func open(_ branch: PatchBranch, _ record: HealRecord, without others: [String]) throws {
        let message = HealCommitMessage.text(of: record.report)
        let commit = try branch.commit(Self.changes(of: record), message: message)
        Console.note("branch \(branch.name) holds the patch and the regression test: \(commit.prefix(10))")
        if !others.isEmpty {
            Console.note(
                "warning: the patch was proved with uncommitted changes that the branch does not hold: "
                    + others.prefix(3).joined(separator: ", ")
                    + (others.count > 3 ? " and \(others.count - 3) more" : ""))
        }
    }

    private func showAlternatives(_ record: HealRecord) {
        guard let search = record.report.data.remedy?.search else { return }
        for (index, patch) in search.patches.enumerated() {
            let mark = index + 1 == search.rank ? "handed over" : patch.removes ? "removes" : ""
            Console.result(
                "  \(index + 1). \(patch.file):\(patch.line) \(patch.summary) "
                    + "(\(patch.operators.joined(separator: ", ")))" + (mark.isEmpty ? "" : "  \(mark)"))
        }
    }
}

extension VerdictExit {
    /// Ends the command with the code of a verdict.
    static func end(_ verdict: Verdict) throws {
        switch verdict {
        case .healed: return
        case .notHealed: throw VerdictExit(code: .notHealed)
        case .nothingToHeal: throw VerdictExit(code: .nothingToHeal)
        case .unviable: throw VerdictExit(code: .badInput)
        case .timedOut: throw VerdictExit(code: .timedOut)
        }
    }
}
