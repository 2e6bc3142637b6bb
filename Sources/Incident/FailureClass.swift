/// How a program failed, as read from its evidence: the closed set every room shares.
package enum FailureClass: String, Codable, Sendable, CaseIterable {
    case zeroDivision = "zero_division"
    case nilUnwrap = "nil_unwrap"
    case indexOutOfRange = "index_out_of_range"
    case integerOverflow = "integer_overflow"
    case invalidRange = "invalid_range"
    case negativeCount = "negative_count"
    case emptyCollection = "empty_collection"
    case forceCast = "force_cast"
    case forceTry = "force_try"
    case duplicateKeys = "duplicate_keys"
    case lossyConversion = "lossy_conversion"
    case stackOverflow = "stack_overflow"
    /// A time-out whose backtrace names a loop of the user's own code.
    case infiniteLoop = "infinite_loop"
    /// A time-out that names no code: a deadlock, a wait, or nothing to read.
    case timeOut = "time_out"
    /// `fatalError` called by the user's own code; an unhandled case usually ends here.
    case fatalError = "fatal_error"
    case preconditionFailure = "precondition_failure"
    /// `assert` that did not hold, in a debug build.
    case assertionTrap = "assertion_trap"
    case exclusivityViolation = "exclusivity_violation"
    case unownedReference = "unowned_reference"
    case actorIsolation = "actor_isolation"
    case dataRace = "data_race"
    case continuationMisuse = "continuation_misuse"
    case deadlock = "deadlock"
    case memoryExhaustion = "memory_exhaustion"
    /// A trap with a message that belongs to no class above.
    case otherTrap = "other_trap"
    /// A signal that no message explains.
    case killed = "killed"
    /// An expectation of XCTest or Swift Testing that did not hold.
    case assertionFailure = "assertion_failure"
    /// An error thrown out of a test that expected none.
    case unexpectedError = "unexpected_error"
    /// An error that reached the top level of a program.
    case uncaughtError = "uncaught_error"
    case buildError = "build_error"
    case missingTestProduct = "missing_test_product"
    case noTests = "no_tests"
    /// A service that answers, but says it is unwell.
    case unhealthy
    /// A service that is up and does not answer.
    case unresponsive
    /// A service whose program ended by itself.
    case crashed
    /// A service that never became healthy after its start.
    case neverReady = "never_ready"
    /// A service whose health comes and goes.
    case flapping
    /// It failed, and no signature knows how.
    case unknown

    /// Failures of running services, which the watchdog names from its probes and the engine's events.
    package static let ofServices: Set<FailureClass> = [
        .unhealthy, .unresponsive, .crashed, .neverReady, .flapping,
    ]
}
