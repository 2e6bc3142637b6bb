import Incident

/// Workflow commands that make GitHub show what the tests miss beside the lines of a change.
///
/// GitHub shows ten of a step and keeps the rest in its log, so survivors come before what no test reaches.
enum MutationAnnotations {
    static func text(of record: MutationRecord) -> String {
        let missed = record.missed
        let sources = Dictionary(record.files.map { ($0.path, SourceLines($0.source)) }) { first, _ in first }
        return (missed.filter { $0.verdict == .survived } + missed.filter { $0.verdict != .survived })
            .map { line(of: $0, in: sources[$0.path] ?? SourceLines("")) }.joined()
    }

    private static func line(of mutant: Mutant, in lines: SourceLines) -> String {
        let (start, end) = (mutant.start, mutant.end)
        var properties: [(name: String, value: String)] = [
            ("file", mutant.path), ("line", "\(start.line)"), ("endLine", "\(end.line)"),
        ]
        // Columns are taken only where the place is within one line.
        if start.line == end.line {
            properties += [
                ("col", "\(lines.utf16Column(line: start.line, column: start.column))"),
                ("endColumn", "\(lines.utf16Column(line: end.line, column: end.column))"),
            ]
        }
        properties.append(("title", "Mutant \(mutant.verdict.label): \(mutant.operatorID)"))
        return WorkflowCommand(
            level: "warning", properties: properties,
            message: mutant.finding + "\n" + Visible.lines(mutant.diff)
        ).text
    }
}
