import Incident

/// The mutation report as one page that needs nothing else: files, and their sources with the mutants in place.
enum MutationPage {
    /// Files are shown unfolded while all sources together have no more lines than this.
    private static let unfoldedLines = 4000

    static func text(of record: MutationRecord) -> String {
        page(of: record, trail: []).text()
    }

    static func page(of record: MutationRecord, trail: [(title: String, href: String)]) -> Page {
        let detected = record.mutants.count { $0.verdict.isDetected }
        let missed = record.missed.count
        var model: Model = [
            "package": .text(record.package), "tests": .number(record.tests),
            "count": .number(record.mutants.count), "seed": .text(String(record.seed)),
            "version": .text(record.toolVersion),
            "score": .text(record.score.map(Number.percent) ?? "–"),
            "bar": .html(VerdictBar.html(of: record.mutants)),
            "explanation": .text(
                "The share of judged mutants that a test noticed. A change that takes longer than the tests may is "
                    + "noticed too; what does not compile, was left out or waits is not counted."),
        ]
        model["summary"] = .text(
            missed == 0
                ? "\(Number.count(detected, "small change")) of the program, and the tests notice each."
                : "Of \(Number.count(detected + missed, "small change")) of the program, the tests notice \(detected) "
                    + "and miss \(missed).")
        model["shard"] = .one(record.shard.map { ["shard": .text($0)] })
        model["verdicts"] = .list(
            MutantVerdict.allCases.map { verdict in
                [
                    "name": .text(verdict.rawValue), "label": .text(verdict.label),
                    "sign": .text(verdict.sign),
                    "count": .number(record.count(verdict)),
                    "shown": .flag(![.killed, .unviable, .skipped].contains(verdict)),
                ]
            })
        let files = record.byFile
        let lines = files.map { SourceLines($0.file.source) }
        let isShort = lines.reduce(0) { $0 + $1.lines.count } <= unfoldedLines
        model["files"] = .list(
            files.enumerated().map { index, file in
                self.file(file.file, file.mutants, lines[index], id: "file-\(index + 1)", isShort: isShort)
            })
        return Page(
            title: "Mutants of \(record.package)", trail: trail, template: "mutation", model: model)
    }

    private static func file(
        _ file: MutationRecord.File, _ mutants: [Mutant], _ lines: SourceLines, id: String, isShort: Bool
    ) -> Model {
        let score = MutationRecord.score(of: mutants)
        let missed = mutants.count { $0.verdict.isUndetected }
        return [
            "id": .text(id), "path": .html(Prose.name(file.path)),
            "plainPath": .text(Visible.line(file.path)),
            "score": .text(score.map(Number.percent) ?? "–"),
            "rank": .text(score.map(Number.plain) ?? "101"),
            "bar": .html(VerdictBar.html(of: mutants)),
            "caught": .number(mutants.count { $0.verdict.isDetected }),
            "survived": .number(mutants.count { $0.verdict == .survived }),
            "uncovered": .number(mutants.count { $0.verdict == .notCovered }),
            "brief": .text(
                missed == 0 ? Number.count(mutants.count, "mutant") : "\(missed) of \(mutants.count) missed"),
            "isOpen": .flag(isShort && missed > 0),
            "source": .html(MutantSource(lines: lines, mutants: mutants, file: id).html),
        ]
    }
}
