/// `run.json`: the latest run of a container's program. Written by its supervisor before the program's first
/// instruction.
///
/// A process is its number and its start time within one boot: a number alone may long be another's.
struct RunRecord: Sendable, Equatable, Codable {
    var boot: String
    var program: Int32
    var programStart: UInt64
    /// Counts up with every start.
    var run: Int
    var startedAt: Double
    var supervisor: Int32
    var supervisorStart: UInt64

    var incarnation: String { "\(run)-\(programStart)" }
}
