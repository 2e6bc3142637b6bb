package import Incident

/// Control: a person stops the service.
package struct OutsideStop: OutsideFault {
    package let id = "manual_stop"
    package let failureClass = FailureClass.crashed
    package let summary = "Control: a person stops the service"
    package let deed = "stops it, as a person does"
    package let expected = ExpectedOutcome.untouched
    package let disruption: Disruption? = .stop

    package init() {}
}
