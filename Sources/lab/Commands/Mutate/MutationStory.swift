import Foundation
import Incident
import Mutation
import Synchronization

/// Shows how far a mutation run is, on a terminal only.
final class MutationStory: Sendable {
    private let isQuiet: Bool
    private let last = Mutex(ContinuousClock.now - .seconds(1))

    init(isQuiet: Bool) { self.isQuiet = isQuiet }

    func tell(_ event: MutationEvent) {
        switch event {
        case .warning(let text): Console.note("warning: \(text)")
        case .stage(let text): show(text, isForced: true)
        case .judged(let progress):
            let counts = progress.counts
            func count(_ verdict: MutantVerdict) -> Int { counts[verdict] ?? 0 }
            let left = progress.left.formatted(.units(allowed: [.minutes, .seconds], width: .narrow))
            show(
                "judged \(progress.judged) of \(progress.all), \(Int(progress.perSecond))/s, "
                    + "killed \(count(.killed) + count(.timedOut)), survived \(count(.survived)), \(left) left",
                isForced: false)
        }
    }

    private func show(_ text: String, isForced: Bool) {
        guard !isQuiet, Console.isLive else { return }
        let now = ContinuousClock.now
        let isDue = last.withLock { last in
            guard isForced || now - last > .milliseconds(100) else { return false }
            last = now
            return true
        }
        if isDue { Console.progress("  … \(text)") }
    }
}
