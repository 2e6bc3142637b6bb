import ArgumentParser

/// Measures runtime healing against the engine's own floor, beside another watchdog, and over many services.
@main
struct RuntimeBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lab-runtime-bench",
        abstract: "Measures the watchdog: how fast it heals, and what watching many services costs.",
        discussion: "`make bench-runtime` runs all of it and writes docs/runtime-benchmark.md.",
        subcommands: [DockerBench.self, ScaleBench.self, PageCommand.self, ServeCommand.self])
}
