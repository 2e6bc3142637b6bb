import ArgumentParser

/// Measures the lab; each subcommand writes a page of `docs/`.
@main
struct LabBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lab-bench",
        abstract: "Measures the lab against its floors and on defects nobody told it about.",
        subcommands: [
            CodeBench.self, BlindBench.self, RepairBench.self, PackagesBench.self, SearchBench.self,
            OperatorsBench.self,
            MutateBench.self,
        ])
}
