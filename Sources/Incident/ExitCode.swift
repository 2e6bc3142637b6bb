/// The exit codes of `lab`, one meaning each; `docs/exit-codes.md` lists them.
package enum ExitCode: Int32, Sendable, CaseIterable {
    /// Healed; for commands that do not heal, done.
    case done = 0
    case notHealed = 1
    /// The tests already pass.
    case nothingToHeal = 2
    /// The fault finds no place to act in this package; no mutant is left to judge.
    case noSite = 3
    /// Tests fail on the package as it is, so that nothing can be said about mutants.
    case testsFail = 4
    /// A score is below `--fail-under`: of mutants, or of a healer.
    case belowThreshold = 5
    case usage = 64
    case badInput = 65
    /// Something the lab needs is missing: the toolchain, git, an engine.
    case unavailable = 69
    /// The lab's own fault.
    case software = 70
    /// A result could not be written: a read-only directory, a full disk.
    case cannotWrite = 73
    /// Another run holds the lock.
    case locked = 75
    case timedOut = 124
    case interrupted = 130
}
