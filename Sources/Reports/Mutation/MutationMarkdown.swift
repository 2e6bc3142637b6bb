import Incident

/// A summary for a job's page: score, verdicts, files, and what the tests miss as diffs.
enum MutationMarkdown {
    /// GitHub refuses a summary of more than a mebibyte; after this the remaining survivors are only counted.
    private static let limitBytes = 900_000

    static func text(of record: MutationRecord) -> String {
        var text = "## Mutation testing of \(Markdown.words(record.package))\n\n"
        text += record.score.map { "**Score \(Number.percent($0))**: " } ?? "**No mutant was judged**: "
        text +=
            MutantVerdict.allCases.filter { record.count($0) > 0 }
            .map { "\($0.sign) \(record.count($0)) \($0.label)" }.joined(separator: ", ") + ".\n\n"
        if let shard = record.shard { text += "Shard \(Markdown.words(shard)) of the mutants.\n\n" }
        text += files(record)
        let missed = record.missed
        guard !missed.isEmpty else { return text }
        text += "\n### What the tests miss\n\n"
        for (index, mutant) in missed.enumerated() {
            guard text.utf8.count < limitBytes else {
                text += "\n… and \(missed.count - index) more.\n"
                break
            }
            text += one(mutant)
        }
        return text
    }

    private static func files(_ record: MutationRecord) -> String {
        var text = "| file | score | caught | survived | not covered |\n|---|--:|--:|--:|--:|\n"
        for (file, mutants) in record.byFile where !mutants.isEmpty {
            let score = MutationRecord.score(of: mutants).map(Number.percent) ?? "–"
            text += "| \(Markdown.code(file.path)) | \(score) | \(mutants.count { $0.verdict.isDetected }) "
            text += "| \(mutants.count { $0.verdict == .survived }) "
            text += "| \(mutants.count { $0.verdict == .notCovered }) |\n"
        }
        return text
    }

    private static func one(_ mutant: Mutant) -> String {
        let place = Markdown.code("\(mutant.path):\(mutant.start.line)")
        var text = "<details><summary>\(mutant.verdict.sign) \(mutant.verdict.label): \(place) "
        text += "\(Markdown.code(mutant.summary))</summary>\n\n"
        text += Markdown.words(mutant.finding) + "\n\n"
        text += Markdown.block(mutant.diff, language: "diff")
        return text + "\n</details>\n\n"
    }
}
