import Incident

/// SARIF 2.1.0: what the tests miss, as results; an operator is a rule.
enum MutationSARIF {
    static func text(of record: MutationRecord) -> String {
        let missed = record.missed
        let operators = Set(missed.map(\.operatorID)).sorted()
        let index = Dictionary(uniqueKeysWithValues: operators.enumerated().map { ($1, $0) })
        let sources = Dictionary(record.files.map { ($0.path, SourceLines($0.source)) }) { first, _ in first }
        let driver = SARIF.Driver(
            name: "lab mutate", version: record.toolVersion, rules: operators.map(rule))
        let results = missed.map { mutant in
            result(
                mutant, rule: index[mutant.operatorID] ?? 0, lines: sources[mutant.path] ?? SourceLines(""))
        }
        return JSONText.of(SARIF.Log(runs: [SARIF.Run(tool: SARIF.Tool(driver: driver), results: results)]))
    }

    private static func rule(_ id: String) -> SARIF.Rule {
        let words = Visible.line(id).replacing("_", with: " ")
        return SARIF.Rule(
            id: id, shortDescription: SARIF.Text(text: "Tests miss a change: \(words)"),
            fullDescription: SARIF.Text(
                text: "A small change of the kind “\(words)” leaves every test green, or no test reaches it."),
            help: SARIF.Text(
                text:
                    "Write a test that fails under the change, or exclude it with a reason: // lab:skip <reason>"
            ), defaultConfiguration: ["level": "warning"],
            properties: ["tags": ["mutation-testing", "test"]])
    }

    private static func result(_ mutant: Mutant, rule: Int, lines: SourceLines) -> SARIF.Result {
        let (start, end) = (mutant.start, mutant.end)
        let region = SARIF.Region(
            startLine: max(1, start.line),
            startColumn: lines.utf16Column(line: start.line, column: start.column),
            endLine: max(1, end.line), endColumn: lines.utf16Column(line: end.line, column: end.column))
        return SARIF.Result(
            ruleId: mutant.operatorID, ruleIndex: rule,
            level: mutant.verdict == .survived ? "warning" : "note",
            message: SARIF.Text(text: Visible.line(mutant.finding)),
            locations: [
                SARIF.Location(
                    physicalLocation: SARIF.PhysicalLocation(
                        artifactLocation: SARIF.ArtifactLocation(path: mutant.path), region: region),
                    logicalLocations: [
                        SARIF.LogicalLocation(fullyQualifiedName: Visible.line(mutant.function))
                    ])
            ],
            // GitHub tells results apart by the first; the second says what it is.
            partialFingerprints: ["primaryLocationLineHash": mutant.id, "mutant/v1": mutant.id],
            properties: ["verdict": mutant.verdict.rawValue, "diff": Visible.lines(mutant.diff)])
    }
}
