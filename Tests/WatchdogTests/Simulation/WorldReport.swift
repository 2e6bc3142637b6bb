/// What became of one world.
package struct WorldReport: Sendable {
    package var seed: UInt64
    package var events = 0
    package var milliseconds = 0
    package var incidents = 0
    package var endings: [String] = []
    package var violations: [Violation] = []
    package var coverage = Coverage()
    /// Lines of what happened, when they were asked for.
    package var trace: [String] = []
}
