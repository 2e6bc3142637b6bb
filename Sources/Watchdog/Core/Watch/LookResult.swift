/// What all liveness probes of a service said at one look, as one word.
enum LookResult {
    /// One failure outweighs everything; a look in which nothing failed but something could not be asked is unknown.
    static func merge(_ results: [ProbeResult]) -> (vital: Vital, result: ProbeResult) {
        if let failed = results.first(where: { $0.outcome == .failed }) { return (.failed, failed) }
        if let unclear = results.first(where: { $0.outcome == .unknown || $0.outcome == .overloaded }) {
            return (.unknown, unclear)
        }
        return results.first.map { (.passed, $0) } ?? (.unknown, ProbeResult(.unknown, "no probe"))
    }
}
