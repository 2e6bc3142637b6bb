import ArgumentParser
import Dispatch
import Foundation

@main
struct Main {
    static func main() async {
        let task = Task { await LabBench.main() }
        // A benchmark that is stopped ends the processes of the package it was at; a second signal ends it at once.
        let queue = DispatchQueue(label: "signals")
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            let handler: @Sendable () -> Void = {
                if task.isCancelled { _exit(130) }
                task.cancel()
            }
            source.setEventHandler(handler: handler)
            source.resume()
            return source
        }
        await task.value
        withExtendedLifetime(sources) {}
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
