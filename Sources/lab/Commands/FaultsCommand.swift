import ArgumentParser
import Incident
import Injector
import RuntimeFaults

/// `lab faults`.
struct FaultsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "faults", abstract: "Lists the faults that can be injected.")

    @Flag(help: "Print JSON.")
    var json = false

    @Option(help: "Only faults of this domain: code or container.")
    var domain: Incident.Domain?

    @Flag(help: "Print the ids alone, one a line.")
    var ids = false

    private struct Row: Encodable {
        var id: String
        var aliases: [String]
        var domain: String
        var failureClass: String
        var summary: String

        enum CodingKeys: String, CodingKey {
            case id, aliases, domain, summary
            case failureClass = "class"
        }
    }

    func run() throws {
        let code = FaultCatalogue.all.map {
            Row(
                id: $0.id, aliases: $0.aliases, domain: $0.domain.rawValue,
                failureClass: $0.failureClass.rawValue, summary: $0.summary)
        }
        let containers = ContainerFaultCatalogue.all.map {
            Row(
                id: $0.id, aliases: $0.aliases, domain: $0.domain.rawValue,
                failureClass: $0.failureClass.rawValue, summary: $0.summary)
        }
        let rows = (code + containers).filter { domain == nil || $0.domain == domain?.rawValue }
        if json { return Console.result(try CanonicalJSON.encode(rows)) }
        if ids {
            for row in rows { Console.result(row.id) }
            return
        }
        let width = rows.map(\.id.count).max() ?? 0
        for row in rows {
            let aliases = row.aliases.isEmpty ? "" : " (also \(row.aliases.joined(separator: ", ")))"
            let id = row.id + String(repeating: " ", count: width - row.id.count)
            Console.result("\(id.painted(.name))  \(row.summary)\(aliases)")
        }
    }
}

extension Incident.Domain: ExpressibleByArgument {}
