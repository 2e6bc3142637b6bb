/// All checks of a machine.
package struct Examination: Codable, Sendable, Equatable {
    package var outcome: Check.Outcome
    package var checks: [Check]

    /// - Parameters:
    ///   - facts: what was found on the machine.
    ///   - required: checks whose warnings count as failed.
    package init(_ facts: MachineFacts, required: Set<CheckID> = []) {
        checks = CheckID.allCases.map { id in
            var check = id.check(facts)
            if check.outcome == .warning, required.contains(id) { check.outcome = .failed }
            return check
        }
        outcome =
            checks.contains { $0.outcome == .failed }
            ? .failed : checks.contains { $0.outcome == .warning } ? .warning : .ok
    }
}

extension CheckID {
    fileprivate func check(_ facts: MachineFacts) -> Check {
        switch self {
        case .toolchain: ToolchainCheck.check(facts)
        case .tests: TestsCheck.check(facts)
        case .git: GitCheck.check(facts)
        case .libgit2: Libgit2Check.check(facts)
        case .packages: PackagesCheck.check(facts)
        case .engine: EngineCheck.check(facts)
        case .disk: DiskCheck.check(facts)
        case .temporary: TemporaryCheck.check(facts)
        case .isolation: IsolationCheck.check(facts)
        }
    }
}
