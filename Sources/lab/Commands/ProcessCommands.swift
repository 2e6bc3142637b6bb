import ArgumentParser
import Foundation
import Incident
import Watchdog
import WatchdogEngines

/// `lab process`: the embedded engine by hand, for machines without a container engine.
struct ProcessCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "process",
        abstract: "Runs services as supervised processes, for machines without a container engine.",
        discussion: """
            A release is a directory with a release.json ({"command": …, "arguments": […], "environment": {…}}); it is \
            copied into the root, addressed by its digest, and never changes. `engine: {kind: process, root: …}` in \
            watchdog.yaml makes the watchdog watch what runs here.
            """,
        subcommands: [
            ProcessInstallCommand.self, ProcessTagCommand.self, ProcessRunCommand.self,
            ProcessListCommand.self, ProcessStartCommand.self, ProcessStopCommand.self,
            ProcessLogsCommand.self, ProcessRemoveCommand.self,
        ])
}

struct ProcessOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The engine's folder.", discussion: "Default: $LAB_PROCESS_ROOT, else ./lab-process.",
            valueName: "dir"))
    var root: String?

    var engine: ProcessEngine {
        ProcessEngine(
            root: root ?? ProcessInfo.processInfo.environment["LAB_PROCESS_ROOT"] ?? "./lab-process")
    }

    /// - Throws: `LabError` for what the engine refused.
    static func succeed(_ reply: EngineReply) throws {
        switch reply {
        case .refused(let fault), .unknown(let fault): throw EngineOptions.readable(fault)
        case .survey, .logs, .done: return
        }
    }

    static func reading<Value>(_ work: () async throws -> Value) async throws -> Value {
        do { return try await work() } catch { throw EngineOptions.readable(error) }
    }
}

struct ProcessInstallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install", abstract: "Copies a release into the root and prints its digest.")

    @OptionGroup var options: ProcessOptions

    @Argument(help: "A directory with a release.json.")
    var directory: String

    @Option(help: "A reference that is to point to it, such as web:1.4.")
    var reference: String?

    func run() async throws {
        Console.result(
            try await ProcessOptions.reading {
                _ = try await options.engine.hello()
                return try await options.engine.install(release: directory, reference: reference)
            })
    }
}

struct ProcessTagCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag", abstract: "Points a reference to a release.")

    @OptionGroup var options: ProcessOptions

    @Argument(help: "Digest of the release, such as sha256:….")
    var image: String

    @Argument(help: "The reference, such as web:current.")
    var reference: String

    func run() async throws {
        try ProcessOptions.succeed(await options.engine.perform(.tag(image: image, reference: reference)))
    }
}

struct ProcessRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Creates a container of a release and starts it; prints its id.")

    @OptionGroup var options: ProcessOptions

    @Argument(help: "Its name.")
    var name: String

    @Argument(help: "Reference or digest of the release.")
    var reference: String

    @Option(name: [.short, .customLong("env")], help: "A variable, NAME=VALUE; may be given several times.")
    var environment: [String] = []

    @Option(help: "Above this many megabytes it is killed; 0 is no limit.")
    var memory: Int = 0

    @Option(help: "Seconds between asking it to stop and killing it.")
    var stopTimeout: Int = 10

    func validate() throws {
        for variable in environment where !variable.dropFirst().contains("=") {
            throw ValidationError("--env \(variable): expected NAME=VALUE.")
        }
        guard memory >= 0 else { throw ValidationError("--memory must not be negative.") }
        guard stopTimeout >= 0 else { throw ValidationError("--stop-timeout must not be negative.") }
    }

    func run() async throws {
        let pairs = environment.map {
            $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        }
        let variables = Dictionary(pairs.map { (String($0[0]), String($0[1])) }) { $1 }
        let id = try await ProcessOptions.reading {
            try await options.engine.run(
                name: name, reference: reference,
                settings: ProcessSettings(
                    environment: variables, memoryLimitBytes: memory << 20,
                    stopTimeout: .seconds(stopTimeout)))
        }
        Console.result(id)
    }
}

struct ProcessListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the containers of the root.")

    @OptionGroup var options: ProcessOptions

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let containers = try await ProcessOptions.reading { try await options.engine.list() }
        if json { return Console.result(try CanonicalJSON.encode(containers)) }
        for container in containers {
            let code = container.exitCode.map { ", exit code \($0)" } ?? ""
            Console.result(
                "\(container.name.painted(.name))  \(container.state.rawValue)\(code)  \(container.reference)  \(container.image)"
            )
        }
    }
}

struct ProcessStartCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "start", abstract: "Starts a container.")

    @OptionGroup var options: ProcessOptions

    @Argument(help: "Its name or id.")
    var name: String

    func run() async throws { try ProcessOptions.succeed(await options.engine.perform(.start(id: name))) }
}

struct ProcessStopCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "Stops a container; the watchdog then leaves it alone.")

    @OptionGroup var options: ProcessOptions

    @Argument(help: "Its name or id.")
    var name: String

    func run() async throws {
        try ProcessOptions.succeed(await options.engine.perform(.stop(id: name, timeout: .seconds(10))))
    }
}

struct ProcessLogsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logs", abstract: "Prints the last lines of a container's output.")

    @OptionGroup var options: ProcessOptions

    @Argument(help: "Its name or id.")
    var name: String

    @Option(help: "Lines at most.")
    var lines: Int = 50

    func validate() throws {
        guard lines > 0 else { throw ValidationError("--lines must be greater than 0.") }
    }

    func run() async throws {
        let reply = await options.engine.perform(.logs(id: name, lines: lines))
        try ProcessOptions.succeed(reply)
        if case .logs(let lines) = reply { for line in lines { Console.result(line) } }
    }
}

struct ProcessRemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Removes a container that does not run.")

    @OptionGroup var options: ProcessOptions

    @Argument(help: "Its name or id.")
    var name: String

    func run() async throws { try ProcessOptions.succeed(await options.engine.perform(.remove(id: name))) }
}
