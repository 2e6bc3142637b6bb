package import Incident

/// Control: the deployed image takes its time to start, within what its configuration grants.
package struct SlowStart: ContainerFault {
    package let id = "slow_start"
    package let failureClass = FailureClass.neverReady
    package let summary = "Control: the deployed image starts slowly, within its start period"
    package let expected = ExpectedOutcome.untouched
    package var setup: ServiceSetup {
        var setup = ServiceSetup()
        setup.current["LABAPP_START_DELAY"] = "4"
        setup.startPeriod = .seconds(10)
        return setup
    }
    package let provocations = [Provocation.wait(.seconds(8))]

    package init() {}
}
