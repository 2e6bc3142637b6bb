import ArgumentParser
import Bench
import Incident
import Scoreboard
import Watchdog
import WatchdogConfiguration

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

    @Option(
        help: ArgumentHelp(
            "Measure on the services of this watch configuration instead of the sample.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var config: String?

    @Option(
        help: ArgumentHelp("Only this service of --config. Repeatable.", valueName: "name"))
    var service: [String] = []

    func validate() throws {
        guard `repeat` >= 1 else { throw ValidationError("--repeat must be at least 1.") }
        if package != nil, domain == .container {
            throw ValidationError(
                "--package is for code; faults of the domain container are played on the sample service.")
        }
        guard config != nil else {
            guard service.isEmpty else {
                throw ValidationError("--service names a service of a configuration: give --config as well.")
            }
            return
        }
        if package != nil {
            throw ValidationError("--config is for services and --package for code: give one of them.")
        }
        if domain == .code {
            throw ValidationError("--config is for services, which are of the domain container, not code.")
        }
    }

    /// - Parameter configuration: of the services; nil for those of the lab.
    func cases(_ configuration: WatchConfiguration?) throws -> [BenchCase] {
        guard let configuration else {
            // Services that are broken are the sample's, so a package of the user's own has its code broken alone.
            return try BenchCatalogue.cases(named: fault, domain: package == nil ? domain : .code)
        }
        for name in service {
            do { try configuration.require(name) } catch let error as LabError {
                throw LabError(error.code, "--service \(name): \(error.message)", hint: error.hint)
            }
        }
        let names = configuration.services.map(\.name).filter { service.isEmpty || service.contains($0) }
        return try OwnCatalogue.cases(named: fault, of: names)
    }
}
