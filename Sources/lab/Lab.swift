import ArgumentParser

/// The root of the command line.
struct Lab: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "lab",
        abstract: "Breaks software on purpose, recognises the failure, heals it, and proves that it did.",
        discussion: """
            Exit codes: 0 healed or done, 1 not healed, 2 nothing to heal, 3 the fault has no site here, 64 bad \
            usage, 65 bad input, 69 something is missing, 70 the lab's own fault, 73 cannot write, 75 another run \
            holds the lock, 124 time limit passed, 130 interrupted.
            """,
        version: version,
        subcommands: [
            FaultsCommand.self, InjectCommand.self, ClassifyCommand.self, HealCommand.self, DemoCommand.self,
            ReportCommand.self, WatchCommands.self, ProcessCommands.self,
        ])
}
