package import Incident

/// Control: a person pauses the service, which answers nothing meanwhile.
package struct OutsidePause: OutsideFault {
    package let id = "manual_pause"
    package let failureClass = FailureClass.unresponsive
    package let summary = "Control: a person pauses the service"
    package let deed = "pauses it, as a person does"
    package let expected = ExpectedOutcome.untouched
    package let disruption: Disruption? = .pause

    package init() {}
}
