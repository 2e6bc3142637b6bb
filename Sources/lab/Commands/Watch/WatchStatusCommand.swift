import ArgumentParser
import Foundation
import Incident
import Watchdog
import WatchdogConfiguration
import WatchdogJournal

/// `lab watch status`.
struct WatchStatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Shows where each service stands.",
        discussion: "Asks the running watchdog; where none runs, tells what the journal remembers.")

    @OptionGroup var options: WatchOptions

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let configuration = try WatchConfiguration.load(path: options.config)
        let statuses: [ServiceStatus]
        if let running = try await WatchClient(configuration)?.statuses() {
            statuses = running
        } else {
            if !json { Console.note("no watchdog runs; this is what its journal remembers") }
            statuses = try Self.remembered(configuration)
        }
        if json { return Console.result(try CanonicalJSON.encode(statuses)) }
        let width = statuses.map(\.service.count).max() ?? 0
        for status in statuses {
            let colour: Paint =
                switch status.state {
                case "healthy", "healed": .good
                case "starting", "held", "unknown": .caution
                default: .bad
                }
            var parts = [status.state.replacing("_", with: " ").painted(colour)]
            parts += status.holds.map { "held: \($0.rawValue.replacing("_", with: " "))" }
            if let reason = status.escalated { parts.append(reason.rawValue.replacing("_", with: " ")) }
            parts.append("restarts left \(status.budgetLeft) of \(status.budgetLimit)")
            if let image = status.image, !status.knownGood.contains(image) {
                parts.append("its image is not known good yet")
            }
            if let target = status.rollbackTarget { parts.append("rolls back to \(target.prefix(19))") }
            if let probe = status.lastProbe { parts.append("last probe: \(probe)") }
            let name = status.service + String(repeating: " ", count: width - status.service.count)
            Console.result("\(name.painted(.name))  \(parts.joined(separator: ", "))")
        }
    }

    private static func remembered(_ configuration: WatchConfiguration) throws -> [ServiceStatus] {
        let journal = try WatchJournal.read(configuration)
        let memories = try journal.memories()
        return configuration.services.map { service in
            let memory = memories[service.name]
            let limit = service.policy.budget.limit
            return ServiceStatus(
                service: service.name, container: service.container,
                state: memory?.incident.map { _ in "incident" } ?? "unknown",
                holds: memory?.isStoppedByHand == true ? [.manualStop] : [], escalated: memory?.escalated,
                isReady: nil, image: memory?.current?.image, knownGood: memory?.knownGood.map(\.image) ?? [],
                rollbackTarget: nil, budgetLeft: max(0, limit - (memory?.spent.count ?? 0)),
                budgetLimit: limit,
                incident: memory?.incident?.id, incidents: memory?.incidents ?? 0, lastProbe: nil)
        }
    }
}
