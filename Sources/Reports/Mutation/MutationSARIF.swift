import Foundation
import Incident

/// SARIF 2.1.0: what the tests miss, as results; an operator is a rule.
enum MutationSARIF {
    private struct Log: Encodable {
        var schema = "https://json.schemastore.org/sarif-2.1.0.json"
        var version = "2.1.0"
        var runs: [Run]

        enum CodingKeys: String, CodingKey {
            case schema = "$schema"
            case version, runs
        }
    }
    private struct Run: Encodable {
        var tool: Tool
        var columnKind = "utf16CodeUnits"
        var results: [Result]
    }
    private struct Tool: Encodable {
        var driver: Driver
    }
    private struct Driver: Encodable {
        var name = "lab mutate"
        var version: String
        var rules: [Rule]
    }
    private struct Text: Encodable {
        var text: String
    }
    private struct Rule: Encodable {
        var id: String
        var shortDescription: Text
        var fullDescription: Text
        var help: Text
        var defaultConfiguration = ["level": "warning"]
        var properties = ["tags": ["mutation-testing", "test"]]
    }
    private struct Result: Encodable {
        var ruleId: String
        var ruleIndex: Int
        var level: String
        var message: Text
        var locations: [Location]
        var partialFingerprints: [String: String]
        var properties: [String: String]
    }
    private struct Location: Encodable {
        var physicalLocation: PhysicalLocation
        var logicalLocations: [LogicalLocation]
    }
    private struct PhysicalLocation: Encodable {
        var artifactLocation: ArtifactLocation
        var region: Region
    }
    private struct ArtifactLocation: Encodable {
        var uri: String
        var uriBaseId = "%SRCROOT%"
    }
    private struct Region: Encodable {
        var startLine: Int
        var startColumn: Int
        var endLine: Int
        var endColumn: Int
    }
    private struct LogicalLocation: Encodable {
        var fullyQualifiedName: String
        var kind = "function"
    }

    static func text(of record: MutationRecord) -> String {
        let missed = record.missed
        let operators = Set(missed.map(\.operatorID)).sorted()
        let index = Dictionary(uniqueKeysWithValues: operators.enumerated().map { ($1, $0) })
        let sources = Dictionary(record.files.map { ($0.path, SourceLines($0.source)) }) { first, _ in first }
        let driver = Driver(version: record.toolVersion, rules: operators.map(rule))
        let results = missed.map { mutant in
            result(
                mutant, rule: index[mutant.operatorID] ?? 0, lines: sources[mutant.path] ?? SourceLines(""))
        }
        return MutationRecord.json(Log(runs: [Run(tool: Tool(driver: driver), results: results)]))
    }

    private static func rule(_ id: String) -> Rule {
        let words = Visible.line(id).replacing("_", with: " ")
        return Rule(
            id: id, shortDescription: Text(text: "Tests miss a change: \(words)"),
            fullDescription: Text(
                text: "A small change of the kind “\(words)” leaves every test green, or no test reaches it."),
            help: Text(
                text:
                    "Write a test that fails under the change, or exclude it with a reason: // lab:skip <reason>"
            ))
    }

    private static func result(_ mutant: Mutant, rule: Int, lines: SourceLines) -> Result {
        let (start, end) = (mutant.start, mutant.end)
        let region = Region(
            startLine: max(1, start.line),
            startColumn: lines.utf16Column(line: start.line, column: start.column),
            endLine: max(1, end.line), endColumn: lines.utf16Column(line: end.line, column: end.column))
        return Result(
            ruleId: mutant.operatorID, ruleIndex: rule,
            level: mutant.verdict == .survived ? "warning" : "note",
            message: Text(text: Visible.line(mutant.finding)),
            locations: [
                Location(
                    physicalLocation: PhysicalLocation(
                        artifactLocation: ArtifactLocation(uri: uri(mutant.path)), region: region),
                    logicalLocations: [LogicalLocation(fullyQualifiedName: Visible.line(mutant.function))])
            ],
            // GitHub tells results apart by the first; the second says what it is.
            partialFingerprints: ["primaryLocationLineHash": mutant.id, "mutant/v1": mutant.id],
            properties: ["verdict": mutant.verdict.rawValue, "diff": Visible.lines(mutant.diff)])
    }

    /// A relative reference, its segments percent-encoded.
    static func uri(_ path: String) -> String {
        let plain = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/+@")
        return path.addingPercentEncoding(withAllowedCharacters: plain) ?? path
    }
}
