package import Incident

/// Control: the engine cannot be reached, and meanwhile the service fails and comes back.
package struct EngineUnreachable: ContainerFault {
    package let id = "engine_unreachable"
    package let failureClass = FailureClass.unhealthy
    package let summary = "Control: the engine cannot be reached while the service fails and recovers"
    package let expected = ExpectedOutcome.untouched
    package let setup = ServiceSetup()
    package let provocations: [Provocation] = [
        .cutEngine, .wait(.seconds(1)), .post("/__simulate/unhealthy"), .wait(.seconds(3)),
        .post("/__simulate/healthy"), .wait(.seconds(2)), .mendEngine, .wait(.seconds(2)),
    ]

    package init() {}
}
