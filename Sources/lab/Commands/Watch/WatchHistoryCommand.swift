import ArgumentParser
import Foundation
import Incident
import Watchdog
import WatchdogConfiguration
import WatchdogJournal

/// `lab watch history`.
struct WatchHistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Shows known-good images and what the watchdog did, newest first.")

    @OptionGroup var options: WatchOptions

    @Argument(help: "Only this service.")
    var service: String?

    @Option(help: "Entries shown at most.")
    var limit: Int = 50

    @Flag(help: "Print JSON.")
    var json = false

    private struct History: Encodable {
        var knownGood: [String: [ServiceMemory.KnownGood]]
        var entries: [StoredEntry]

        enum CodingKeys: String, CodingKey {
            case knownGood = "known_good"
            case entries
        }
    }

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit must be greater than 0.") }
    }

    func run() throws {
        let configuration = try WatchConfiguration.load(path: options.config)
        if let service { try configuration.require(service) }
        let journal = try WatchJournal.read(configuration)
        let memories = try journal.memories().filter { service == nil || $0.key == service }
        let entries = try journal.entries(service: service, limit: limit)
        if json {
            return Console.result(
                try CanonicalJSON.encode(
                    History(knownGood: memories.mapValues(\.knownGood), entries: entries)))
        }
        for (name, memory) in memories.sorted(by: { $0.key < $1.key }) {
            for good in memory.knownGood.reversed() {
                let mark =
                    good.image == memory.current?.image ? "runs now" : good.byHand ? "by hand" : "soaked"
                Console.result(
                    "\(name.painted(.name))  known good \(good.image)  \(mark)  \(Self.time(good.promoted))")
            }
        }
        for entry in entries {
            Console.result(
                "\(Self.time(entry.moment).painted(.faint))  \(entry.service.painted(.name))  \(entry.entry.text)"
            )
        }
    }

    private static func time(_ moment: Moment) -> String {
        Date(timeIntervalSince1970: Double(moment.wall) / 1000).formatted(.iso8601)
    }
}

extension WatchConfiguration {
    /// - Throws: `LabError` with `.usage` when there is no such service.
    func require(_ service: String) throws {
        guard services.contains(where: { $0.name == service }) else {
            let near = services.map(\.name).min {
                EditDistance.between($0, service) < EditDistance.between($1, service)
            }
            throw LabError(
                .usage, "there is no service '\(service)' in the configuration.",
                hint: near.map { "Did you mean '\($0)'?" })
        }
    }
}

extension JournalEntry {
    /// For people.
    var text: String {
        switch self {
        case .adopted(let identity): "runs \(identity.image) in \(identity.id.prefix(12))"
        case .promoted(let image, let byHand): "known good\(byHand ? " by hand" : ""): \(image)"
        case .opened(let id, let cause): "incident \(id) opened: \(cause.rawValue)"
        case .planned(let id, let rung): "incident \(id): plans a \(rung.rawValue)"
        case .intent(let id, let call): "incident \(id): asks the engine to \(call.verb)"
        case .outcome(let id, let verb, let result): "incident \(id): \(verb): \(result)"
        case .verifying(let id, let rung): "incident \(id): verifies the \(rung.rawValue)"
        case .closing(let id, let ending): "incident \(id): \(ending.text)"
        case .concluded(let id): "incident \(id): report made"
        case .closed(let id): "incident \(id) closed"
        case .stoppedByHand(let id): "stopped by hand: \(id.prefix(12))"
        case .startedAgain(let id): "started again: \(id.prefix(12))"
        case .cleared: "escalation cleared"
        case .noted: "noted"
        }
    }
}

extension Ending {
    fileprivate var text: String {
        switch self {
        case .healed(let rung): "healed by \(rung.rawValue)"
        case .recovered: "recovered by itself"
        case .escalated(let reason): "escalated: \(reason.rawValue)"
        case .superseded(let reason): "superseded: \(reason.rawValue)"
        }
    }
}
