package import Incident

/// Control: what the service declares to need is down, so that it fails through no fault of its own.
package struct DependencyDown: ContainerFault {
    package let id = "dependency_down"
    package let failureClass = FailureClass.unhealthy
    package let summary = "Control: a service that this one declares to need is stopped by hand"
    package let expected = ExpectedOutcome.untouched
    package var setup: ServiceSetup {
        var setup = ServiceSetup()
        setup.hasDependency = true
        return setup
    }
    package let provocations = [Provocation.stopDependency, .wait(.seconds(5))]

    package init() {}
}
