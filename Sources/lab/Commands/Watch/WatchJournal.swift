import Foundation
import Incident
import WatchdogConfiguration
import WatchdogJournal

/// Opens the journal that a configuration names, for those who only look at it.
enum WatchJournal {
    /// - Throws: `LabError` with `.badInput` when there is none yet.
    static func read(_ configuration: WatchConfiguration) throws -> SQLiteJournal {
        let path = configuration.path(of: configuration.journal)
        guard FileManager.default.fileExists(atPath: path) else {
            throw LabError(
                .badInput, "There is no journal '\(path)' yet: nothing was watched.",
                hint: "`lab watch` begins one.")
        }
        return try SQLiteJournal(path: path, access: .reading)
    }
}
