import ArgumentParser
import Foundation
import Incident
import Mutation
import Workspace

/// The options that choose mutants.
struct MutateSelection: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only files that match: `*` and `?` inside of a name, `**` across directories. Repeatable.",
            valueName: "glob"))
    var file: [String] = []

    @Option(
        help: ArgumentHelp("Skip files that match; they are told as skipped. Repeatable.", valueName: "glob"))
    var exclude: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only functions of this name: `area`, `Shape.area` or `Shape.area(of:)`. Repeatable.",
            valueName: "name"))
    var function: [String] = []

    @Option(
        help: ArgumentHelp("Only these operators, whether they are for testing or not.", valueName: "a,b"))
    var operators: String?

    @Option(
        help: ArgumentHelp(
            "Only lines that a unified diff adds or changes; `-` reads it.", valueName: "file"),
        completion: .file())
    var inDiff: String?

    @Option(
        help: ArgumentHelp(
            "Only lines that differ from a revision of git, uncommitted ones too.", valueName: "rev"))
    var since: String?

    @Option(help: ArgumentHelp("Only part K of N; a mutant's id decides its part.", valueName: "K/N"))
    var shard: String?

    @Option(help: ArgumentHelp("At most so many mutants, chosen by the seed.", valueName: "count"))
    var sample: Int?

    @Option(help: "Decides the order of judging, and the sample.")
    var seed: UInt64 = 1

    func validate() throws {
        if let sample, sample < 1 { throw ValidationError("--sample must be at least 1.") }
        if inDiff != nil, since != nil { throw ValidationError("Use either --in-diff or --since.") }
        if let shard, Shard(shard) == nil {
            throw ValidationError("--shard \(shard): it takes K/N, such as 2/4, with K from 1 to N.")
        }
    }

    func filter(of package: String) async throws -> MutantFilter {
        var filter = MutantFilter()
        filter.files = file.map { Glob($0) }
        filter.excluded = exclude.map { Glob($0) }
        filter.functions = function
        filter.operators = operators.map { text in
            Set(
                text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
                    !$0.isEmpty
                })
        }
        if let operators, filter.operators?.isEmpty == true {
            throw LabError(.usage, "--operators '\(operators)': it names no operator.")
        }
        filter.shard = shard.flatMap { Shard($0) }
        filter.sample = sample
        filter.seed = seed
        let prefix = PackagePath.prefix(of: package)
        if let inDiff {
            filter.changes = try ChangedLines(diff: Self.text(of: inDiff)).relative(to: prefix, in: package)
        } else if let since {
            filter.changes = try await RevisionDiff(package: package).changes(since: since)
        }
        return filter
    }

    private static func text(of path: String) throws -> String {
        if path == "-" {
            return String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw LabError(.badInput, "--in-diff \(path): there is no such file.")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
