import Synchronization
import WatchdogConfiguration

/// The configuration as it was last read.
final class LatestConfiguration: Sendable {
    private let configuration: Mutex<WatchConfiguration>

    init(_ configuration: WatchConfiguration) { self.configuration = Mutex(configuration) }

    /// What is new in it.
    func replace(with new: WatchConfiguration) -> WatchChanges {
        configuration.withLock { latest in
            defer { latest = new }
            return latest.changes(to: new)
        }
    }
}
