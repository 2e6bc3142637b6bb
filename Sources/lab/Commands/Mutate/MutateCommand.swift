import ArgumentParser
import Foundation
import Incident
import Mutation
import Workspace

/// `lab mutate`.
struct MutateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutate", abstract: "Finds small changes of a package that its tests do not notice.",
        discussion: """
            Works on a private copy of a package whose tests pass. All mutants are compiled in one build, each behind a \
            switch; only the tests that reach a mutant run for it. Verdicts are kept: a run that was stopped goes on where \
            it was, and a run over the same sources is answered at once. A comment `// lab:skip <reason>` leaves out the \
            line it stands on, or the statement or declaration below it. Linux only.
            """)

    @Option(help: "The directory of the package.", completion: .directory)
    var package: String = "."

    @Flag(help: "List the mutants without judging them.")
    var list = false

    @OptionGroup(title: "Which mutants") var selection: MutateSelection

    @Option(
        help: ArgumentHelp(
            "Children that run tests at once; default: one more than there are processors.",
            valueName: "count"))
    var jobs: Int?

    @Option(
        help: ArgumentHelp(
            "Seconds that one test may take on the package as it is; after this it counts as failing.",
            valueName: "seconds"))
    var timeOut: Double = 60

    @Option(
        help: ArgumentHelp(
            "Times what the baseline allows the tests of a mutant; after this it is timed_out.",
            valueName: "factor"))
    var timeoutFactor: Double = 1

    @OptionGroup var scope: ScopeOptions

    @Flag(help: "Judge with the tests that pass when others fail without any mutant.")
    var skipFailingTests = false

    @Option(
        help: ArgumentHelp(
            "Mutants that no switch can be put around are built one by one, up to so many.",
            valueName: "count"))
    var rebuildLimit: Int = 30

    @Option(
        help: ArgumentHelp(
            "End with exit code 5 when the mutation score is below this.", valueName: "percent"))
    var failUnder: Double?

    @Option(help: "Where mutation.json goes; default: beside the private copy.", completion: .directory)
    var output: String?

    @Flag(help: "Print the record as JSON instead of the summary.")
    var json = false

    @Flag(name: .shortAndLong, help: "Print nothing but the score.")
    var quiet = false

    @Flag(help: "Judge every mutant anew, whatever earlier runs found.")
    var noCache = false

    @Option(
        help: ArgumentHelp(
            "Where private copies and their builds are kept.",
            discussion: "Default: $LAB_WORK_DIR, else healing-lab in the user's cache directory."),
        completion: .directory)
    var workDir: String?

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
        if rebuildLimit < 0 { throw ValidationError("--rebuild-limit must not be negative.") }
        if timeOut <= 0 { throw ValidationError("--time-out must be greater than 0.") }
        if timeoutFactor < 1 { throw ValidationError("--timeout-factor must be at least 1.") }
        if let failUnder, !(0...100).contains(failUnder) {
            throw ValidationError("--fail-under must be from 0 to 100.")
        }
    }

    func run() async throws {
        let path = try PackagePath.check(package)
        let workspace = try await CodeOptions.workspace(
            for: path, in: workDir, scope: scope.scope())
        let folder = output ?? workspace.directory + "/mutation"
        if !list { try Artifacts.check(folder, flag: "--output") }
        var options = MutationOptions(
            jobs: jobs ?? ForkPool.usualSize, toolVersion: Lab.version)
        options.timeoutFactor = timeoutFactor
        options.perTest = .milliseconds(Int(timeOut * 1000))
        options.usesStore = !noCache
        options.rebuildLimit = rebuildLimit
        options.skipsFailingTests = skipFailingTests
        options.filter = try await selection.filter(of: path)
        let story = MutationStory(isQuiet: quiet || json)
        let tester = MutationTester(
            workspace: workspace, options: options, library: CodeOptions.forkServer
        ) { story.tell($0) }
        let name = URL(fileURLWithPath: path).resolvingSymlinksInPath().lastPathComponent
        if list {
            let plan = try await tester.plan(package: path)
            Console.clearLine()
            if json { return Console.result(try CanonicalJSON.encode(plan.mutants.map(\.mutant))) }
            return MutationSummary.list(plan.mutants.map(\.mutant))
        }
        let outcome = try await tester.run(package: path, name: name)
        Console.clearLine()
        try MutationArtifacts.write(outcome.record, to: folder)
        if json {
            Console.result(try CanonicalJSON.encode(outcome.record))
        } else {
            MutationSummary(outcome: outcome, folder: folder).show(isQuiet: quiet)
        }
        try end(outcome)
    }

    private func end(_ outcome: MutationOutcome) throws {
        if outcome.wasInterrupted {
            Console.note("interrupted; the next run goes on from here")
            throw VerdictExit(code: .interrupted)
        }
        guard let failUnder else { return }
        guard let score = outcome.record.score else {
            throw LabError(
                .belowThreshold, "No mutant was judged, so there is no score to hold to --fail-under.")
        }
        if score < failUnder {
            Console.note(
                "the score \(MutationSummary.text(score)) is below --fail-under \(MutationSummary.text(failUnder))"
            )
            throw VerdictExit(code: .belowThreshold)
        }
    }
}
