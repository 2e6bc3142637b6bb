package import Incident
package import SourceEdit

/// One entry of the fault catalogue: a way to break a patient.
package protocol Fault: Sendable {
    /// Stable identifier, in `snake_case`.
    var id: String { get }
    /// Other names the command line takes.
    var aliases: [String] { get }
    var domain: Domain { get }
    /// How a program with this fault fails.
    var failureClass: FailureClass { get }
    /// One line, without a full stop.
    var summary: String { get }

    /// Every place in `file` where the fault can act, most natural first, then in source order.
    func sites(in file: SourceFile) -> [FaultSite]
}

extension Fault {
    package var aliases: [String] { [] }
    package var domain: Domain { .code }
}
