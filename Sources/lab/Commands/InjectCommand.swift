import ArgumentParser
import Foundation
import Healing
import Incident
import Injector

/// `lab inject`.
struct InjectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inject", abstract: "Puts a fault into a private copy of a package and prints its diff.",
        discussion: "The package itself stays as it is unless --apply is given.")

    @Option(
        help: "The fault, by id or alias: see `lab faults`.",
        completion: .shellCommand("lab faults --domain code --ids"))
    var fault: String

    @Option(help: "The directory of the package.", completion: .directory)
    var package: String

    @Option(help: ArgumentHelp("Where to inject; default: the most natural site.", valueName: "file:line"))
    var at: String?

    @Flag(help: "List the places where the fault can act, and inject nothing.")
    var sites = false

    @Flag(help: "Write the fault to the package itself; refused when the file has uncommitted changes.")
    var apply = false

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var options: CodeOptions

    private struct Output: Encodable {
        var fault: String
        var file: String
        var line: Int
        var function: String
        var summary: String
        var diff: String?
    }

    func run() async throws {
        let kind = try Injector().fault(named: fault)
        let path = try PackagePath.check(package)
        let place = try at.map { try SourcePlace.parse($0, flag: "--at") }
        let workspace = try await options.workspace(for: path)
        let run = InjectionRun(workspace: workspace)
        if sites { return try list(try await run.sites(of: kind, in: path), kind) }
        let result = try await run.inject(
            FaultRequest(fault: kind, place: place), into: path, pathPrefix: PackagePath.prefix(of: path))
        if apply {
            try await UserTree(package: path).write(
                [.init(path: result.site.file, after: result.text)], requiringClean: true)
        }
        let site = result.site
        if json {
            let output = Output(
                fault: kind.id, file: site.file, line: site.line, function: site.function,
                summary: site.summary,
                diff: result.diff)
            return Console.result(try CanonicalJSON.encode(output))
        }
        Console.note(
            "\(kind.id) at \(site.file):\(site.line): \(site.summary)\(apply ? "; written to the package" : "")"
        )
        Console.result(result.diff.hasSuffix("\n") ? String(result.diff.dropLast()) : result.diff)
    }

    private func list(_ sites: [FaultSite], _ kind: any Fault) throws {
        guard !sites.isEmpty else {
            throw LabError(.noSite, "\(kind.id) finds no place to act in this package.")
        }
        if json {
            return Console.result(
                try CanonicalJSON.encode(
                    sites.map {
                        Output(
                            fault: kind.id, file: $0.file, line: $0.line, function: $0.function,
                            summary: $0.summary,
                            diff: nil)
                    }))
        }
        for site in sites { Console.result("\(site.file):\(site.line)  \(site.function)  \(site.summary)") }
    }
}
