package import Incident

/// The program ends, and nobody asked the engine for it.
package struct OutsideCrash: OutsideFault {
    package let id = "crash"
    package let failureClass = FailureClass.crashed
    package let summary = "Kills the service's program, as a crash ends it"
    package let deed = "kills its program"
    package let expected = ExpectedOutcome.healedByRestart
    package let disruption: Disruption? = .crash

    package init() {}
}
