package import Incident

/// The service marks itself unhealthy in its container's own file system: a restart keeps the mark, a new container
/// does not have it.
package struct UnhealthyMarker: ContainerFault {
    package let id = "unhealthy_marker"
    package let failureClass = FailureClass.unhealthy
    package let summary = "Marks the service unhealthy in a file that survives a restart and not a rollback"
    package let expected = ExpectedOutcome.healedByRollback
    package let setup = ServiceSetup()
    package let provocations = [Provocation.post("/__simulate/unhealthy")]

    package init() {}
}
