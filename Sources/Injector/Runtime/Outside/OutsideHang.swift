package import Incident

/// The program runs, takes connections and answers none.
package struct OutsideHang: OutsideFault {
    package let id = "hang"
    package let failureClass = FailureClass.unresponsive
    package let summary = "Stops all processes of the service: it takes requests and answers none"
    package let deed = "stops its processes with SIGSTOP"
    package let expected = ExpectedOutcome.healedByRestart
    package let disruption: Disruption? = .freeze

    package init() {}
}
