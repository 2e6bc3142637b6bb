import ArgumentParser
import Workspace

@main
struct Main {
    static func main() async {
        let task = Task { await LabBench.main() }
        // A benchmark that is stopped ends the processes of the package it was at.
        let interruption = Interruption(code: 130) { task.cancel() }
        await task.value
        withExtendedLifetime(interruption) {}
    }
}

/// Measures the lab; each subcommand writes a page of `docs/`.
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
