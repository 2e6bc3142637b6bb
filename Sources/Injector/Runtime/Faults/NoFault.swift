package import Incident

/// Control: nothing goes wrong.
package struct NoFault: ContainerFault {
    package let id = "no_fault"
    package let failureClass = FailureClass.unhealthy
    package let summary = "Control: nothing goes wrong"
    package let expected = ExpectedOutcome.untouched
    package let setup = ServiceSetup()
    package let provocations = [Provocation.wait(.seconds(5))]

    package init() {}
}
