package import Incident

/// The program takes memory until its limit has it killed.
package struct OOMKill: ContainerFault {
    package let id = "oom_kill"
    package let aliases = ["out_of_memory"]
    package let failureClass = FailureClass.memoryExhaustion
    package let summary = "Makes the service leak memory until it is killed for it"
    package let expected = ExpectedOutcome.healedByRestart
    package let setup = ServiceSetup()
    package let provocations = [Provocation.post("/__simulate/leak")]

    package init() {}
}
