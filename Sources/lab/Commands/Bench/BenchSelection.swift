import ArgumentParser
import Bench
import Incident
import Scoreboard

/// The options that choose trials.
struct BenchSelection: ParsableArguments {
    @Option(help: "Only cases of this domain: code or container.")
    var domain: Incident.Domain?

    @Option(help: ArgumentHelp("Only this fault or control, by id or alias. Repeatable.", valueName: "id"))
    var fault: [String] = []

    @Option(help: ArgumentHelp("Trials of each case.", valueName: "count"))
    var `repeat`: Int = 1

    @Option(help: "Decides where repetitions after the first put a fault, and the order of random choices.")
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            "The package to break; default: the sample service of this repository.", valueName: "dir"))
    var package: String?

    func validate() throws {
        guard `repeat` >= 1 else { throw ValidationError("--repeat must be at least 1.") }
        if package != nil, domain == .container {
            throw ValidationError(
                "--package is for code; faults of the domain container are played on the sample service.")
        }
    }

    /// Services that are broken are the sample's, so a package of the user's own has its code broken alone.
    func cases() throws -> [BenchCase] {
        try BenchCatalogue.cases(named: fault, domain: package == nil ? domain : .code)
    }
}
