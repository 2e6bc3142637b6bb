import ArgumentParser

/// The root of the command line.
struct Lab: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "lab",
        abstract: "Breaks software on purpose, recognises the failure, heals it, and proves that it did.",
        discussion: """
            Exit codes: 0 healed or done, 1 not healed, 2 nothing to heal, 3 no site for the fault or no mutant, 4 \
            tests fail before any mutant, 5 a score below --fail-under, 64 bad usage, 65 bad input, 69 something is missing, 70 the lab's own fault, 73 cannot write, 75 another run \
            holds the lock, 124 time limit passed, 130 interrupted.
            """,
        version: version,
        subcommands: [
            FaultsCommand.self, InjectCommand.self, ClassifyCommand.self, HealCommand.self,
            MutateCommand.self,
            BenchCommand.self, DemoCommand.self, ReportCommand.self, WatchCommands.self, ProcessCommands.self,
            DoctorCommand.self,
        ])
}
