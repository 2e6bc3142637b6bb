import ArgumentParser
import Incident
import Watchdog
import WatchdogConfiguration

/// `lab watch check`.
struct WatchCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Says whether a configuration is right, with line and column of what is not.")

    @OptionGroup var options: WatchOptions

    @Flag(help: "Read the file alone, without asking the engine whether the containers exist.")
    var offline = false

    @Flag(help: "Print JSON.")
    var json = false

    private struct Row: Encodable {
        var service: String
        var container: String
        @Nullable var state: String?
    }

    func run() async throws {
        let configuration = try WatchConfiguration.load(path: options.config)
        var containers: [Container] = []
        if !offline {
            let (engine, _) = try await WatchEngine.open(configuration)
            do { containers = try await engine.list() } catch { throw EngineOptions.readable(error) }
        }
        let rows = configuration.services.map { service in
            Row(
                service: service.name, container: service.container,
                state: containers.first { $0.name == service.container }?.state.rawValue)
        }
        if json { return Console.result(try CanonicalJSON.encode(rows)) }
        for row in rows {
            let state = offline ? "" : "  \(row.state ?? "there is no such container".painted(.caution))"
            Console.result("\(row.service.painted(.name))  container \(row.container)\(state)")
        }
        // The same as `init` writes; kept as it is, it watches less than somebody may think.
        for service in configuration.services {
            guard let container = containers.first(where: { $0.name == service.container }),
                container.health == nil, service.liveness.contains(where: { $0.kind == .engine })
            else { continue }
            Console.note(
                "\(service.name): the container has no health check for 'engine: health' to ask: only its end is "
                    + "noticed, and no image ever becomes known good. Declare an http, tcp or exec probe.")
        }
        let count = rows.count
        Console.note("\(options.config) is right: \(count) service\(count == 1 ? "" : "s")")
    }
}
