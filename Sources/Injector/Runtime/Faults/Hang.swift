package import Incident

/// The program runs, takes connections and answers none.
package struct Hang: ContainerFault {
    package let id = "hang"
    package let failureClass = FailureClass.unresponsive
    package let summary = "Makes the service take requests and answer none"
    package let expected = ExpectedOutcome.healedByRestart
    package let setup = ServiceSetup()
    package let provocations = [Provocation.post("/__simulate/hang")]

    package init() {}
}
