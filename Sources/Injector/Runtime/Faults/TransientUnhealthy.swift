package import Incident

/// The mark lies where a restart clears it.
package struct TransientUnhealthy: ContainerFault {
    package let id = "transient_unhealthy"
    package let failureClass = FailureClass.unhealthy
    package let summary = "Marks the service unhealthy in a file that a restart clears"
    package let expected = ExpectedOutcome.healedByRestart
    package var setup: ServiceSetup {
        var setup = ServiceSetup()
        setup.container = ["LABAPP_MARKER": "{scratch}/labapp.unhealthy"]
        return setup
    }
    package let provocations = [Provocation.post("/__simulate/unhealthy")]

    package init() {}
}
