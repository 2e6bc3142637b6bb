package import Incident

/// What is broken lies outside of the image, so the known-good one fails as well: nothing a watchdog can heal.
package struct BadGood: ContainerFault {
    package let id = "bad_good"
    package let failureClass = FailureClass.unhealthy
    package let summary = "Breaks the service's data, with which the known-good image fails too"
    package let expected = ExpectedOutcome.escalated
    package var setup: ServiceSetup {
        var setup = ServiceSetup()
        setup.container = ["LABAPP_MARKER": "{data}/labapp.unhealthy"]
        return setup
    }
    package let provocations = [Provocation.post("/__simulate/unhealthy")]

    package init() {}
}
