import Bench
import Foundation
import Incident
import Scoreboard

/// Tells a run of the scoreboard: a line a trial, the table at the end.
final class BenchStory: Sendable {
    private let isQuiet: Bool

    init(isQuiet: Bool) { self.isQuiet = isQuiet }

    func open(_ run: BenchRun, kept: Int, output: String) {
        guard !isQuiet else { return }
        let all = run.cases.count * run.repetitions
        let before = kept == 0 ? "" : ", \(kept) of them kept from an earlier call"
        Console.note("bench: \(all) trials of \(run.healer)\(before); results go to \(output)")
    }

    func tell(_ event: BenchEvent) {
        switch event {
        case .started(let item, _): Console.progress("  … \(item.id)")
        case .progress(let item, let text): Console.progress("  … \(item.id): \(text)")
        case .ended(let item, let trial, let done, let all):
            guard !isQuiet else { return }
            Console.note(line(item, trial, done, all))
        }
    }

    private func line(_ item: BenchCase, _ trial: Trial, _ done: Int, _ all: Int) -> String {
        let paint: Paint = !trial.counts ? .caution : trial.isRight ? .good : .bad
        let mark = !trial.counts ? "–" : trial.isRight ? "✓" : "✗"
        let count = "[\(done)/\(all)]".painted(.faint)
        let took = ScoreTable.seconds(trial.milliseconds) + " s"
        let outcome = ScoreTable.outcome([trial])
        let detail = trial.isRight || trial.detail.isEmpty ? "" : "\n      " + trial.detail.painted(.faint)
        return
            "\(count) \(mark.painted(paint)) \(item.id.painted(.name)) \(outcome.painted(paint))  \(took.painted(.faint))"
            + detail
    }

    func close(_ run: BenchRun, output: String) {
        Console.clearLine()
        for (index, line) in ScoreTable(run).lines().enumerated() {
            let paint: Paint =
                switch line.tone {
                case .right: .good
                case .wrong: .bad
                case .idle: .faint
                case .sum: .plain
                }
            Console.result(line.text.painted(paint, bold: line.tone == .sum || index == 0))
        }
        Console.result("")
        for domain in run.domains {
            Console.result("\(domain.rawValue): \(BenchSummary(run).line(domain))")
        }
        if run.missing > 0 { Console.result("\(run.missing) trials are still to be run") }
        Console.result("record in \(output)/\(BenchRun.fileName)")
    }
}
