import ArgumentParser
import Dispatch
import Foundation
import Incident
import RuntimeHealing
import Watchdog
import WatchdogConfiguration

/// `lab watch run`, which `lab watch` stands for.
struct WatchRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Watches until it is told to end (the default).",
        discussion: """
            SIGHUP reads the configuration again; services that did not change are not disturbed. SIGTERM and Ctrl-C \
            end the watch; an action on its way is finished by the next, from the journal.
            """)

    @OptionGroup var options: WatchOptions

    @Flag(help: "Look, decide and say what would be done, but do nothing; nothing is remembered.")
    var dryRun = false

    @Flag(help: "One JSON object a line instead of text.")
    var json = false

    func run() async throws {
        var configuration = try WatchConfiguration.load(path: options.config)
        // Beside a watchdog that runs, which has the port.
        if dryRun { configuration.listen?.port = 0 }
        let assembly = try await WatchAssembly(configuration, isDryRun: dryRun, isJSON: json)
        let path = options.config
        let dryRun = dryRun
        let reload: @Sendable () -> String = {
            do {
                var new = try WatchConfiguration.load(path: path)
                if dryRun { new.listen?.port = 0 }
                return assembly.reload(new)
            } catch {
                return "the configuration stays as it was: \((error as? LabError)?.message ?? "\(error)")"
            }
        }
        signal(SIGHUP, SIG_IGN)
        let hangUp = DispatchSource.makeSignalSource(signal: SIGHUP, queue: .global())
        let (hangUps, heard) = AsyncStream<Void>.makeStream()
        let onHangUp: @Sendable () -> Void = { heard.yield() }
        hangUp.setEventHandler(handler: onHangUp)
        hangUp.resume()
        defer { hangUp.cancel() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await assembly.run(reload: reload) }
            group.addTask { for await _ in hangUps { assembly.say(await assembly.reloading(reload)) } }
            try await group.next()
            group.cancelAll()
        }
    }
}
