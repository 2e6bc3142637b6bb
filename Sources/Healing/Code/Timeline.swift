import Incident

/// The steps of one run: told live, kept for the report in logical time, and for the timings in real time.
final class Timeline {
    private(set) var steps: [IncidentData.Step] = []
    private(set) var durations: [(step: String, duration: Duration)] = []
    private var clock = LogicalClock()
    private let emit: @Sendable (HealEvent) -> Void

    init(emit: @escaping @Sendable (HealEvent) -> Void) { self.emit = emit }

    /// Runs a step; an error is recorded as its outcome and thrown on.
    func step<Value>(
        _ step: HealStep, isolation: isolated (any Actor)? = #isolation,
        _ body: () async throws -> (Value, StepOutcome, String)
    ) async throws -> Value {
        emit(.stepStarted(step))
        let start = ContinuousClock.now
        do {
            let (value, outcome, detail) = try await body()
            record(step, outcome, detail, since: start)
            return value
        } catch {
            let detail = error is CancellationError ? "stopped" : (error as? LabError)?.message ?? "\(error)"
            record(step, .failed, detail, since: start)
            throw error
        }
    }

    func record(
        _ step: HealStep, _ outcome: StepOutcome, _ detail: String, since start: ContinuousClock.Instant
    ) {
        let duration = ContinuousClock.now - start
        steps.append(
            IncidentData.Step(
                step: step.rawValue, outcome: outcome.rawValue, detail: detail, time: clock.next()))
        durations.append((step.rawValue, duration))
        emit(.stepEnded(step, outcome: outcome, detail: detail, duration: duration))
    }

    func tell(_ event: HealEvent) { emit(event) }
}
