import Healing
import Incident
import Scoreboard
import Workspace

/// The lab's own healer, as the scoreboard calls it: it gets the broken package and hands over its patch.
struct LabCodeHealer {
    let workspace: Workspace
    let options: CodePlayer.Options

    func heal(
        _ item: BenchCase, in arena: Arena, tell: @escaping @Sendable (String) -> Void
    ) async throws -> PlayedTrial {
        let start = ContinuousClock.now
        let healer = CodeHealer(
            workspace: workspace,
            options: HealOptions(
                timeLimit: options.budget, testLimits: options.testLimits,
                searchLibrary: options.searchLibrary)
        ) { event in
            switch event {
            case .stepStarted(let step): tell(step.rawValue)
            case .progress(let text): tell(text)
            case .stepEnded, .warning, .diagnosed, .patch: break
            }
        }
        let record = try await healer.heal(package: arena.package, name: options.name)
        let whole = CodePlayer.milliseconds(ContinuousClock.now - start)
        try arena.apply(record.changes.map { ($0.path, $0.after) })
        let data = record.report.data
        let isSeen = data.diagnosis != nil
        return PlayedTrial(
            Trial(
                of: item, repetition: 1, outcome: record.verdict == .timedOut ? .timedOut : .notHealed,
                detail: "", detected: item.isControl ? nil : isSeen,
                diagnosed: item.isControl ? nil : data.diagnosis?.failureClass == item.failureClass,
                claimed: record.verdict == .healed, candidatesTried: data.remedy?.candidatesTried,
                times: .init(
                    detect: isSeen ? Self.time(to: .observe, in: record) : nil,
                    diagnose: isSeen ? Self.time(to: .diagnose, in: record) : nil, recover: whole)),
            files: record.raw + record.artifacts, report: ArtifactName.report)
    }

    /// Milliseconds from the start to the end of the first such step.
    private static func time(to step: HealStep, in record: HealRecord) -> Int? {
        guard let last = record.durations.firstIndex(where: { $0.step == step.rawValue }) else { return nil }
        return record.durations[...last].reduce(0) { $0 + CodePlayer.milliseconds($1.duration) }
    }
}
