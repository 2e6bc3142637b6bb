import Foundation
import Healing
import Incident

/// Tells a heal step by step, one line each.
final class Story: Sendable {
    private let isQuiet: Bool

    /// - Parameter isQuiet: no story at all, as with `--json`.
    init(isQuiet: Bool) { self.isQuiet = isQuiet }

    func tell(_ event: HealEvent) {
        switch event {
        case .stepStarted(let step):
            Console.progress("  … \(step.rawValue)")
        case .warning(let text): Console.note("warning: \(text)")
        case .progress(let text):
            Console.progress("  … \(text)")
        case .stepEnded(let step, let outcome, let detail, let duration):
            guard !isQuiet else { return }
            Console.clearLine()
            let (mark, colour): (String, Paint) =
                switch outcome {
                case .done, .passed: ("✓", .good)
                case .failed: ("✗", .bad)
                case .skipped: ("–", .caution)
                }
            let name = step.rawValue.padding(toLength: 9, withPad: " ", startingAt: 0)
            Console.result(
                "\(mark.painted(colour)) \(name.painted(colour)) \(detail)  \(Self.text(duration).painted(.faint))"
            )
        case .diagnosed(let diagnosis):
            guard !isQuiet else { return }
            for line in diagnosis.evidence.prefix(3) {
                Console.result("              " + line.painted(.caution))
            }
        case .patch(let title, let text):
            guard !isQuiet else { return }
            Console.clearLine()
            Console.result("  ┌ \(title)".painted(.faint))
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) where Self.isShown(line)
            {
                Console.result("  │ ".painted(.faint) + Self.coloured(line))
            }
        }
    }

    private static func isShown(_ line: Substring) -> Bool {
        !line.isEmpty && !line.hasPrefix("diff --git") && !line.hasPrefix("index ")
            && !line.hasPrefix("new file mode")
    }

    private static func coloured(_ line: Substring) -> String {
        if line.hasPrefix("+++") || line.hasPrefix("---") { return String(line).painted(.plain, bold: true) }
        if line.hasPrefix("+") { return String(line).painted(.good) }
        if line.hasPrefix("-") { return String(line).painted(.bad) }
        if line.hasPrefix("@@") { return String(line).painted(.name) }
        return String(line)
    }

    static func text(_ duration: Duration) -> String {
        duration.formatted(
            .units(allowed: [.minutes, .seconds], width: .narrow, fractionalPart: .show(length: 1)))
    }

    /// The end of the story: the verdict and where everything is.
    func close(_ record: HealRecord, artifacts: String) {
        guard !isQuiet else { return }
        Console.clearLine()
        let verdict = record.verdict
        let colour = verdict == .healed || verdict == .nothingToHeal ? "✓".painted(.good) : "✗".painted(.bad)
        let word = verdict.rawValue.painted(
            verdict == .healed || verdict == .nothingToHeal ? .good : .bad, bold: true)
        Console.result("\n\(colour) \(word): \(record.report.data.summary)")
        Console.result("  artifacts in \(artifacts)")
    }
}
