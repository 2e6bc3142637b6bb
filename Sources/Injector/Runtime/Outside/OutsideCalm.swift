package import Incident

/// Control: nothing goes wrong.
package struct OutsideCalm: OutsideFault {
    package let id = "no_fault"
    package let failureClass = FailureClass.unhealthy
    package let summary = "Control: nothing goes wrong"
    package let deed = "leaves it alone"
    package let expected = ExpectedOutcome.untouched
    package let disruption: Disruption? = nil

    package init() {}
}
