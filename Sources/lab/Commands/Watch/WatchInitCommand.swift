import ArgumentParser
import Foundation
import Incident
import Watchdog
import WatchdogConfiguration
import WatchdogEngines

/// `lab watch init`.
struct WatchInitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Writes an example configuration from the containers that run here.")

    @OptionGroup var engineOptions: EngineOptions

    @Option(help: ArgumentHelp("Where to write it; - for standard output.", valueName: "file"))
    var output: String = "watchdog.yaml"

    @Flag(help: "Write over a file that is there.")
    var force = false

    private var chosenEngine: String? {
        switch (engineOptions.engine, engineOptions.socket) {
        case (.auto, nil): nil
        case (let kind, nil): kind.rawValue
        case (let kind, let socket?):
            "{kind: \(kind.rawValue), socket: \(socket.hasPrefix("unix://") ? String(socket.dropFirst(7)) : socket)}"
        }
    }

    func run() async throws {
        let engine: any ContainerEngine
        switch try await engineOptions.choose() {
        case .docker(let docker): engine = docker
        case .swarm(let swarm, _): engine = swarm
        case .process:
            throw LabError(
                .unavailable, "there is no container engine here whose containers could be listed.",
                hint: "Start one, or name its socket with --socket.")
        }
        let containers: [Container]
        do { containers = try await engine.list() } catch { throw EngineOptions.readable(error) }
        var text = ExampleConfiguration.text(for: containers.filter(\.isUp).sorted { $0.name < $1.name })
        // An engine that was named here is the one to be watched.
        if let engine = chosenEngine {
            text = text.replacing("engine: auto                  # or", with: "engine: \(engine)  # or auto,")
        }
        if output == "-" { return Console.result(text) }
        guard force || !FileManager.default.fileExists(atPath: output) else {
            throw LabError(
                .badInput, "--output \(output): the file is there already.", hint: "--force writes over it.")
        }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            throw LabError(.cannotWrite, "--output \(output): the file cannot be written.", underlying: error)
        }
        Console.note("wrote \(output); `lab watch --config \(output) --dry-run` shows what it would do")
    }
}
