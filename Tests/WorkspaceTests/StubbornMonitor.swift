import Synchronization

@testable import Workspace

/// Sees output, and calls none of it progress.
final class StubbornMonitor: ProcessMonitor {
    private let state = Mutex((sawNoise: false, wasAlive: false))

    var sawNoise: Bool { state.withLock { $0.sawNoise } }
    /// The process still ran when the monitor was told that it will be killed.
    var wasAlive: Bool { state.withLock { $0.wasAlive } }

    func received(_ bytes: [UInt8]) { state.withLock { $0.sawNoise = true } }
    func progress() -> Int { 0 }
    func willKill(process: Int32) async { state.withLock { $0.wasAlive = ProcessTable.isAlive(process) } }
}
