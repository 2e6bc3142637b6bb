package import Incident

/// Control: a person stops the service.
package struct ManualStop: ContainerFault {
    package let id = "manual_stop"
    package let failureClass = FailureClass.crashed
    package let summary = "Control: a person stops the service"
    package let expected = ExpectedOutcome.untouched
    package let setup = ServiceSetup()
    package let provocations = [Provocation.stopByHand, .wait(.seconds(5))]

    package init() {}
}
