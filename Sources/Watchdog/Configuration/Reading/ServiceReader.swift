import Watchdog

/// Reads the keys that `defaults` and services share.
struct ServiceReader {
    /// A tenth of what anybody needs; below it, a watchdog is load.
    static let leastInterval: Duration = .milliseconds(100)
    static let leastTimeout: Duration = .milliseconds(10)

    private let fields: Fields
    private var draft: ServiceDraft

    /// The base with the keys of the mapping set over it; what is wrong in them is reported and keeps the base's value.
    static func read(_ fields: Fields, over base: ServiceDraft) -> ServiceDraft {
        var reader = ServiceReader(fields: fields, draft: base)
        reader.readProbes()
        reader.readThresholds()
        reader.readFlap()
        reader.readRestart()
        reader.readRollback()
        return reader.draft
    }

    private mutating func readProbes() {
        draft.interval = fields["interval"]?.duration(atLeast: Self.leastInterval) ?? draft.interval
        draft.timeout = fields["timeout"]?.duration(atLeast: Self.leastTimeout) ?? draft.timeout
        if let value = fields["liveness"], let list = value.list("[{http: http://127.0.0.1:8080/healthz}]") {
            draft.liveness = list.compactMap(ProbeReader.read)
            draft.places["liveness"] = value.keyPlace
            if list.isEmpty { value.refuse("'liveness' must not be empty") }
        }
        if let value = fields["readiness"], let list = value.list("[{http: http://127.0.0.1:8080/readyz}]") {
            draft.readiness = list.compactMap(ProbeReader.read)
        }
        if let value = fields["maintenance"], let list = value.list("[{start: \"02:00\", for: 2h}]") {
            draft.maintenance = list.compactMap(MaintenanceReader.read)
        }
        draft.logLines = fields["log_lines"]?.whole(0...10000) ?? draft.logLines
    }

    private mutating func readThresholds() {
        let policy = draft.policy
        draft.policy.failureThreshold =
            fields["failure_threshold"]?.whole(1...1000) ?? policy.failureThreshold
        draft.policy.successThreshold =
            fields["success_threshold"]?.whole(1...1000) ?? policy.successThreshold
        draft.policy.startPeriod = fields["start_period"]?.duration(atLeast: .zero) ?? policy.startPeriod
        if let verify = fields["verify"]?.fields(.verify), let value = verify["limit"] {
            draft.verificationLimit =
                value.duration(atLeast: .milliseconds(100)) ?? draft.verificationLimit
            draft.places["verify.limit"] = value.place
        }
    }

    private mutating func readFlap() {
        guard let value = fields["flap"] else { return }
        draft.places["flap"] = value.keyPlace
        if value.isWord("off") {
            draft.policy.flapFailures = 0
            return
        }
        guard let flap = value.fields(.flap) else { return }
        if draft.policy.flapFailures == 0 { draft.policy.flapFailures = LadderPolicy().flapFailures }
        draft.policy.flapFailures = flap["failures"]?.whole(1...64) ?? draft.policy.flapFailures
        draft.policy.flapWindow = flap["of"]?.whole(1...64) ?? draft.policy.flapWindow
        if let place = (flap["failures"] ?? flap["of"])?.place { draft.places["flap"] = place }
    }

    private mutating func readRestart() {
        guard let restart = fields["restart"]?.fields(.restart) else { return }
        let policy = draft.policy
        draft.policy.restartsBeforeRollback =
            restart["before_rollback"]?.whole(0...1000) ?? policy.restartsBeforeRollback
        draft.policy.budget.limit = restart["budget"]?.whole(0...1000) ?? policy.budget.limit
        draft.policy.budget.window = restart["window"]?.duration(atLeast: .seconds(1)) ?? policy.budget.window
        guard let fields = restart["backoff"]?.fields(.backoff) else { return }
        var backoff = policy.backoff
        backoff.initial = fields["initial"]?.duration(atLeast: .zero) ?? backoff.initial
        backoff.factor = fields["factor"]?.number(1...100) ?? backoff.factor
        backoff.limit = fields["limit"]?.duration(atLeast: .zero) ?? backoff.limit
        backoff.jitter = fields["jitter"]?.number(0...1) ?? backoff.jitter
        backoff.resetAfter = fields["reset_after"]?.duration(atLeast: .seconds(1)) ?? backoff.resetAfter
        draft.policy.backoff = backoff
        if let place = (fields["limit"] ?? fields["initial"])?.place { draft.places["backoff"] = place }
    }

    private mutating func readRollback() {
        guard let rollback = fields["rollback"]?.fields(.rollback) else { return }
        let policy = draft.policy
        draft.policy.rollback = rollback["when"]?.choice(LadderPolicy.Rollback.self) ?? policy.rollback
        draft.policy.historyDepth = rollback["history"]?.whole(1...100) ?? policy.historyDepth
        draft.policy.oldContainer =
            rollback["old_container"]?.choice(LadderPolicy.OldContainer.self) ?? policy.oldContainer
        guard let soak = rollback["soak"]?.fields(.soak) else { return }
        draft.policy.soak.successes = soak["successes"]?.whole(1...1_000_000) ?? policy.soak.successes
        draft.policy.soak.minimum = soak["minimum"]?.duration(atLeast: .zero) ?? policy.soak.minimum
    }
}
