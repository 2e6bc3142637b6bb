import Incident

/// SARIF 2.1.0: the failures as results, the patch as the fix of the first.
enum HealSARIF {
    static func text(of heal: HealFindings) -> String {
        let findings = heal.findings
        let classes = Set(findings.map(\.failureClass)).sorted()
        let driver = SARIF.Driver(name: "lab heal", version: heal.toolVersion, rules: classes.map(rule))
        let results = findings.enumerated().map { index, finding in
            SARIF.Result(
                ruleId: finding.failureClass, ruleIndex: classes.firstIndex(of: finding.failureClass) ?? 0,
                level: "error",
                message: SARIF.Text(text: Visible.line("\(finding.message). \(heal.outcome)")),
                locations: location(of: finding),
                partialFingerprints: [
                    "primaryLocationLineHash": finding.fingerprint, "incident/v1": heal.report.id,
                ],
                // One patch mends all of them, and a viewer would apply it once for each result that holds it.
                fixes: index == 0 ? fixes(of: heal) : nil,
                properties: ["verdict": heal.report.data.verdict.rawValue])
        }
        return JSONText.of(SARIF.Log(runs: [SARIF.Run(tool: SARIF.Tool(driver: driver), results: results)]))
    }

    private static func rule(_ failureClass: String) -> SARIF.Rule {
        let words = Visible.line(failureClass.replacing("_", with: " "))
        return SARIF.Rule(
            id: failureClass, shortDescription: SARIF.Text(text: "A test fails: \(words)"),
            fullDescription: SARIF.Text(
                text: "A test of the package fails, crashes or never ends: \(words)."),
            help: SARIF.Text(
                text: "Look at the patch among the artifacts of lab heal, or run lab heal yourself."),
            defaultConfiguration: ["level": "error"], properties: ["tags": ["test", "healing"]])
    }

    private static func location(of finding: HealFindings.Finding) -> [SARIF.Location] {
        guard let path = finding.path else { return [] }
        return [
            SARIF.Location(
                physicalLocation: SARIF.PhysicalLocation(
                    artifactLocation: SARIF.ArtifactLocation(path: path),
                    region: SARIF.Region(startLine: finding.line)),
                logicalLocations: finding.function.map {
                    [SARIF.LogicalLocation(fullyQualifiedName: Visible.line($0))]
                })
        ]
    }

    /// Of files that are there; a new file has no region that could be replaced.
    private static func fixes(of heal: HealFindings) -> [SARIF.Fix]? {
        let changes = heal.changes.compactMap { change -> SARIF.ArtifactChange? in
            guard let before = change.before, before != change.after else { return nil }
            let replacement = LineReplacement(from: before, to: change.after)
            return SARIF.ArtifactChange(
                artifactLocation: SARIF.ArtifactLocation(path: heal.prefix + change.path),
                replacements: [
                    SARIF.Replacement(
                        deletedRegion: replacement.region, insertedContent: SARIF.Text(text: replacement.text)
                    )
                ])
        }
        guard !changes.isEmpty else { return nil }
        return [
            SARIF.Fix(description: SARIF.Text(text: Visible.line(heal.outcome)), artifactChanges: changes)
        ]
    }
}
