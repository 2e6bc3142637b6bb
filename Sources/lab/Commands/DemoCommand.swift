import ArgumentParser
import Foundation
import Healing
import Incident
import Injector

/// `lab demo`.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Shows the lab at work on its sample service.",
        subcommands: [DemoCodeCommand.self, DemoRuntimeCommand.self])
}

/// `lab demo code`.
struct DemoCodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code",
        abstract: "Breaks the sample service, recognises the failure, heals it and proves it.",
        discussion: "The fault goes into a private copy; the fixers see the failing copy alone.")

    @Option(
        help: "The fault to inject, by id or alias: see `lab faults`.",
        completion: .shellCommand("lab faults --domain code --ids"))
    var bug: String = "zero_division"

    @Option(
        help: "The package to break; default: the sample service of this repository.", completion: .directory)
    var package: String?

    @Option(help: "Where the artifacts go; default: artifacts/code/FAULT.", completion: .directory)
    var artifacts: String?

    @Option(
        help: ArgumentHelp(
            "Seconds for the whole run; after this the verdict is timed_out.", valueName: "seconds"))
    var timeLimit: Double = 900

    @Flag(help: "Print the incident report as JSON instead of the story.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Where the private copy and its build are kept.", discussion: "Default: .lab in the repository."),
        completion: .directory)
    var workDir: String?

    @Option(help: ArgumentHelp("Seconds without any test starting or ending.", valueName: "seconds"))
    var testTimeLimit: Double = 5

    func validate() throws {
        guard timeLimit > 0 else { throw ValidationError("--time-limit must be greater than 0.") }
        guard testTimeLimit > 0 else { throw ValidationError("--test-time-limit must be greater than 0.") }
    }

    func run() async throws {
        let fault = try Injector().fault(named: bug)
        let root = try Repository.root()
        let isSample = package == nil
        let path = try PackagePath.check(package ?? root + "/Sources/LabApp")
        let folder = artifacts ?? root + "/artifacts/code/" + fault.id
        try Artifacts.check(folder)
        let workspace = try await CodeOptions.workspace(
            for: path, in: workDir ?? root + "/.lab", scope: .all)
        let story = Story(isQuiet: json)
        if !json { Console.result("demo code: \(fault.id): \(fault.summary)\n") }
        // The sample's patches read the same in every checkout, also in one without git.
        let healer = CodeHealer(
            workspace: workspace,
            options: HealOptions(
                timeLimit: .milliseconds(Int(timeLimit * 1000)),
                testLimits: CodeOptions.limits(perTest: testTimeLimit),
                pathPrefix: isSample ? "Sources/LabApp/" : PackagePath.prefix(of: path),
                searchLibrary: CodeOptions.forkServer)
        ) { story.tell($0) }
        let name = URL(fileURLWithPath: path).resolvingSymlinksInPath().lastPathComponent
        let record = try await healer.heal(package: path, name: name, injecting: FaultRequest(fault: fault))
        try Artifacts.write(record, to: folder)
        if json {
            Console.result(try CanonicalJSON.encode(record.report))
        } else {
            story.close(record, artifacts: folder)
        }
        try VerdictExit.end(record.verdict)
    }
}
