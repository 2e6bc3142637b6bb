import Fixers
import Incident

/// What a repair search found, and what it took.
struct SearchOutcome: Sendable {
    /// Candidates under which every test passes, the one to hand over first.
    var plausible: [SearchCandidate] = []
    var figures = IncidentData.Search()
    /// How long each stage took, in order.
    var durations: [(stage: String, duration: Duration)] = []
    /// Drafts of regression tests that fail on the original and pass with a candidate, by the candidate's numbers.
    var turned: [[Int32]: Set<String>] = [:]
    /// Candidates under which every test passes, but no test runs what passing tests ran before.
    var avoiding = 0
    /// Why there was nothing to search in, if so.
    var obstacle: String?
}
