package import Incident

/// The deployed image fails two health checks of every four: never as many in a row as the threshold asks for.
package struct Flapping: ContainerFault {
    package let id = "flapping"
    package let failureClass = FailureClass.flapping
    package let summary = "Deploys an image whose health comes and goes"
    package let expected = ExpectedOutcome.healedByRollback
    package var setup: ServiceSetup {
        var setup = ServiceSetup()
        setup.current["LABAPP_FLAP"] = "2"
        return setup
    }
    package let provocations: [Provocation] = []

    package init() {}
}
