package import Incident

/// The deployed image starts and never listens.
package struct NeverReady: ContainerFault {
    package let id = "never_ready"
    package let failureClass = FailureClass.neverReady
    package let summary = "Deploys an image that runs and never listens"
    package let expected = ExpectedOutcome.healedByRollback
    package var setup: ServiceSetup {
        var setup = ServiceSetup()
        setup.current["LABAPP_START_DELAY"] = "86400"
        return setup
    }
    package let provocations: [Provocation] = []

    package init() {}
}
