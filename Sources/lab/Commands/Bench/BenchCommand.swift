import ArgumentParser
import Bench
import Foundation
import Healing
import Incident
import Reports
import RuntimeHealing
import Scoreboard
import Watchdog
import WatchdogConfiguration
import Workspace

/// `lab bench`.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measures a healer on every fault and control, and has an oracle judge what it leaves.",
        discussion: """
            Each trial breaks a fresh copy, hands it to the healer (the lab's own, or --healer), and judges what it left \
            by tests or probes of its own. Trials are kept as they end: the same call again goes on where it was. Writes \
            bench.json, bench-junit.xml and every incident to the output directory; `lab report` makes pages of them.

            With --config, services of your own are killed, frozen, stopped and paused, and put back after each trial. \
            Nothing is done to them unless --allow-disruption is given.
            """)

    @OptionGroup(title: "What is measured") var selection: BenchSelection

    @Flag(
        help: "Let the services of --config be disrupted; without this, what would be done to them is said.")
    var allowDisruption = false

    @Option(
        help: ArgumentHelp(
            "Seconds that a healer gets for each trial; after this it is ended.", valueName: "seconds"))
    var budget: Double = 600

    @Option(
        help: ArgumentHelp(
            "Measure this command instead of the lab: see docs/bench.md.", valueName: "command"))
    var healer: String?

    @Option(help: ArgumentHelp("Code trials at once, each with builds of its own.", valueName: "count"))
    var jobs: Int = 1

    @Option(
        help: ArgumentHelp(
            "Where trials and results go; default: .lab/bench in the checkout, else beside private copies.",
            valueName: "dir"))
    var output: String?

    @Flag(help: "Begin anew, whatever trials the output directory holds.")
    var fresh = false

    @Flag(help: "List the cases without running them.")
    var list = false

    @Flag(help: "Print the record as JSON instead of the table.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Write the tables of this run between the marks of a Markdown page. Repeatable.",
            valueName: "file"))
    var writeDocs: [String] = []

    @Option(
        help: ArgumentHelp(
            "End with exit code 5 when fewer faults are healed, or a control is not left alone.",
            valueName: "percent"))
    var failUnder: Double?

    @Option(help: ArgumentHelp("Tests that no healer sees, laid over the package.", valueName: "dir"))
    var heldOut: String?

    @Option(
        help: ArgumentHelp(
            "Seconds without any test starting or ending; default: 5 for the sample, else 60.",
            valueName: "seconds"))
    var testTimeLimit: Double?

    @Option(
        help: ArgumentHelp(
            "Where private copies and their builds are kept.", discussion: "Default: .lab in the checkout."))
    var workDir: String?

    @OptionGroup var services: BenchServiceOptions

    func validate() throws {
        if budget <= 0 { throw ValidationError("--budget must be greater than 0.") }
        if jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
        if let testTimeLimit, testTimeLimit <= 0 {
            throw ValidationError("--test-time-limit must be greater than 0.")
        }
        if let failUnder, !(0...100).contains(failUnder) {
            throw ValidationError("--fail-under must be from 0 to 100.")
        }
        if selection.config != nil {
            if heldOut != nil { throw ValidationError("--held-out is for code, and --config for services.") }
            if let flag = services.given {
                throw ValidationError(
                    "\(flag) is for the sample service; with --config, 'engine' in the file says it.")
            }
        } else if allowDisruption {
            throw ValidationError("--allow-disruption is for services of your own: give --config as well.")
        }
    }

    func run() async throws {
        let configuration = try selection.config.map { try WatchConfiguration.load(path: $0) }
        let cases = try selection.cases(configuration)
        if list { return try showList(cases) }
        try BenchDocs.check(writeDocs)
        let field: any BenchField
        if let configuration, let path = selection.config {
            field = try await OwnServicesField(self, configuration, at: path, cases)
        } else {
            field = try await PackageField(self, cases)
        }
        let plan = TrialStore.Plan(
            toolVersion: Lab.version, build: BenchGround.build, healer: field.healer.name,
            package: field.package, configuration: field.configuration, seed: selection.seed,
            budgetSeconds: budget, engine: field.engine?.rawValue)
        let store = try TrialStore(folder: field.output, plan: plan, isFresh: fresh)
        func record() -> BenchRun {
            BenchRun(
                toolVersion: Lab.version, healer: field.healer.name, package: field.name,
                engine: plan.engine, seed: selection.seed, repetitions: selection.repeat,
                budgetSeconds: budget, cases: cases, trials: store.trials())
        }
        // What could not be carried out is tried again.
        let kept = record().trials.filter { $0.outcome != .unviable }
        let errands = BenchRunner.errands(cases, repetitions: selection.repeat, without: kept)
        let story = BenchStory(isQuiet: json)
        story.open(record(), kept: kept.count, output: field.output)
        let runner = BenchRunner(store: store) { story.tell($0) }
        var isInterrupted = false
        do {
            try await field.carryOut(errands, after: kept.count, with: runner)
        } catch is CancellationError {
            isInterrupted = true
        } catch {
            // What was measured before is a record too.
            try? store.write(BenchArtifacts.files(of: record()))
            throw error
        }
        let run = record()
        try store.write(BenchArtifacts.files(of: run))
        if json {
            Console.result(try CanonicalJSON.encode(run))
        } else {
            story.close(run, output: field.output)
        }
        if isInterrupted {
            Console.note("interrupted; the same call goes on from here")
            throw VerdictExit(code: .interrupted)
        }
        try BenchDocs.write(run, to: writeDocs)
        try judge(run)
    }

    /// Measuring nothing is no success, and a score may have to be reached.
    private func judge(_ run: BenchRun) throws {
        let measures = run.measures()
        if !run.trials.contains(where: \.counts) {
            guard let first = run.trials.first(where: { $0.outcome == .unviable }) else {
                Console.note("none of the cases finds a place to act here")
                throw VerdictExit(code: .noSite)
            }
            throw LabError(.unavailable, "No trial could be carried out.", hint: first.detail)
        }
        guard let failUnder else { return }
        let score = (measures.verified.rate ?? 0) * 100
        if score < failUnder || measures.falseActions.count > 0 || measures.unviable > 0 {
            Console.note(
                "below --fail-under: \(measures.verified.count) of \(measures.verified.of) healed, "
                    + "\(measures.falseActions.count) false actions, \(measures.unviable) could not be tried")
            throw VerdictExit(code: .belowThreshold)
        }
    }

    private func showList(_ cases: [BenchCase]) throws {
        if json { return Console.result(try CanonicalJSON.encode(cases)) }
        let width = cases.map(\.id.count).max() ?? 0
        for item in cases {
            let id = item.id.padding(toLength: width, withPad: " ", startingAt: 0).painted(.name)
            Console.result("\(id)  \(item.domain.rawValue)  \(item.summary)")
        }
    }
}
