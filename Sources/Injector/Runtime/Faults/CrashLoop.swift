package import Incident

/// The deployed image refuses its own configuration and ends at once, each time it is started.
package struct CrashLoop: ContainerFault {
    package let id = "crash_loop"
    package let failureClass = FailureClass.crashed
    package let summary = "Deploys an image whose program ends at every start"
    package let expected = ExpectedOutcome.healedByRollback
    package var setup: ServiceSetup {
        var setup = ServiceSetup()
        setup.current["LABAPP_FLAP"] = "often"
        return setup
    }
    package let provocations: [Provocation] = []

    package init() {}
}
