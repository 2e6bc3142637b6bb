import SwiftSyntax

/// Code that fails once a condition before it is gone.
struct Hazard {
    var nodes: [Syntax]
    /// Whether more than the guarded input arriving is needed for the failure.
    var isDoubtful = false

    /// Nil when there is nothing to fail.
    init?(_ nodes: [Syntax], isDoubtful: Bool = false) {
        guard !nodes.isEmpty else { return nil }
        self.nodes = nodes
        self.isDoubtful = isDoubtful
    }

    /// The certain hazards when there are any, else the doubtful ones.
    static func preferring(_ certain: [Syntax], over doubtful: [Syntax]) -> Hazard? {
        Hazard(certain) ?? Hazard(doubtful, isDoubtful: true)
    }
}
