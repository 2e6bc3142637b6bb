import Incident

/// A bar of how many mutants have which verdict, as a drawing that tells its numbers in words too.
enum VerdictBar {
    private static let order: [MutantVerdict] = [
        .killed, .timedOut, .survived, .notCovered, .unviable, .skipped, .pending,
    ]

    static func html(of mutants: [Mutant]) -> HTML {
        let parts = order.map { verdict in (verdict, mutants.count { $0.verdict == verdict }) }
            .filter { $0.1 > 0 }
        return StackedBar.html(parts.map { .init(name: $0.0.rawValue, label: $0.0.label, count: $0.1) })
    }
}
