import Foundation

/// The commands of `lab` as its own parser declares them.
struct CommandTree: Decodable {
    struct Argument: Decodable {
        struct Name: Decodable {
            var kind: String
            var name: String
        }
        /// `positional`, `option` or `flag`.
        var kind: String
        var names: [Name]?
        var shouldDisplay: Bool
        var isOptional: Bool
        var abstract: String?
    }

    var commandName: String
    var abstract: String?
    var arguments: [Argument]?
    var subcommands: [CommandTree]?

    private struct Document: Decodable {
        var command: CommandTree
    }

    static func read() throws -> CommandTree {
        let json = try LabProcess.run(["--experimental-dump-help"]).output
        return try JSONDecoder().decode(Document.self, from: Data(json.utf8)).command
    }

    /// Every command with the words that lead to it, `lab` itself first.
    func all(below path: [String] = []) -> [(path: [String], command: CommandTree)] {
        [(path + [commandName], self)]
            + (subcommands ?? []).filter { $0.commandName != "help" }.flatMap {
                $0.all(below: path + [commandName])
            }
    }

    /// With their dashes: `--package`, `-q`.
    func flags(takingValues: Bool? = nil) -> Set<String> {
        let arguments = (arguments ?? []).filter { argument in
            argument.kind != "positional" && (takingValues.map { $0 == (argument.kind == "option") } ?? true)
        }
        return Set(arguments.flatMap { $0.names ?? [] }.map { ($0.kind == "long" ? "--" : "-") + $0.name })
    }
}
