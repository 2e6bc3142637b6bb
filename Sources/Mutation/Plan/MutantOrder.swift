import Incident

/// An order of mutants that only the seed decides: a run that is stopped has judged a fair sample.
enum MutantOrder {
    static func key(_ id: String, seed: UInt64) -> String { Digest.sha256("\(seed) \(id)") }
}
