import Foundation
import Incident
import RuntimeFaults
import RuntimeHealing
import Synchronization
import Watchdog

/// Tells a runtime demo step by step, one line each; probes in a row on one line.
final class RuntimeStory: Sendable {
    private let isQuiet: Bool
    private let start = ContinuousClock.now
    /// What the last probe said: only news is told.
    private let lastProbe = Mutex("")

    init(isQuiet: Bool) { self.isQuiet = isQuiet }

    func tell(_ event: RuntimeDemoEvent) {
        guard !isQuiet else { return }
        switch event {
        case .step(let name, let detail, let duration):
            line("✓", .good, name, "\(detail)  \(Story.text(duration).painted(.faint))")
        case .probe(let detail, let vital):
            let isNews = lastProbe.withLock { last in
                defer { last = detail }
                return last != detail
            }
            guard isNews else { return }
            line("·", vital == .passed ? .good : vital == .failed ? .bad : .caution, "probe", detail)
        case .watchdog(let announcement): tell(announcement)
        case .trouble(let message): line("!", .bad, "trouble", message)
        }
    }

    private func tell(_ announcement: Announcement) {
        switch announcement {
        case .opened(_, let cause): line("✗", .bad, "detect", cause.rawValue.replacing("_", with: " "))
        case .action(_, let verb, let result):
            line(result == "done" ? "✓" : "–", result == "done" ? .good : .caution, verb, result)
        case .closed(_, .healed(let rung)): line("✓", .good, "verify", "healthy after the \(rung.rawValue)")
        case .closed(_, .recovered): line("✓", .good, "verify", "healthy by itself")
        case .closed(_, .escalated(let reason)):
            line("✗", .bad, "escalate", reason.rawValue.replacing("_", with: " "))
        case .closed(_, .superseded(let reason)):
            line("–", .caution, "hand over", reason.rawValue.replacing("_", with: " "))
        case .state(let name): line("·", .faint, "ladder", name.replacing("_", with: " "))
        case .held(let holds) where !holds.isEmpty:
            line(
                "–", .caution, "hold",
                holds.map { $0.rawValue.replacing("_", with: " ") }.joined(separator: ", "))
        case .held, .promoted, .deployed, .cleared, .declined: break
        }
    }

    private func line(_ mark: String, _ colour: Paint, _ name: String, _ text: String) {
        Console.clearLine()
        let time = Story.text(ContinuousClock.now - start)
        let padded = name.padding(toLength: 9, withPad: " ", startingAt: 0)
        Console.result(
            "\(mark.painted(colour)) \(time.leftPadded(to: 6).painted(.faint))  \(padded.painted(colour)) \(text)"
        )
    }

    func close(_ record: RuntimeDemoRecord, artifacts: String) {
        guard !isQuiet else { return }
        let colour: Paint = record.isAsExpected ? .good : .bad
        let mark = record.isAsExpected ? "✓" : "✗"
        let verdict = record.report.data.verdict.rawValue
        Console.result(
            "\n\(mark.painted(colour)) \(verdict.painted(colour, bold: true)): \(record.report.data.summary)")
        if !record.isAsExpected {
            let outcome = record.outcome?.rawValue ?? "something else"
            Console.result("  expected \(record.expected.rawValue), but it was \(outcome)".painted(.bad))
        }
        Console.result("  artifacts in \(artifacts)")
    }
}

extension String {
    fileprivate func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
