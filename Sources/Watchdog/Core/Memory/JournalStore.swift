/// Durable memory. Implementations may throw `LabError`; what was not acknowledged did not happen.
package protocol JournalStore: Sendable {
    /// One durable transaction: the entry goes to the audit log, the memory replaces the service's last one.
    func append(_ entry: JournalEntry, memory: ServiceMemory, service: String, at moment: Moment) throws

    func memories() throws -> [String: ServiceMemory]

    /// The newest entries, newest first; of all services when `service` is nil.
    func entries(service: String?, limit: Int) throws -> [StoredEntry]
}

/// An entry as a journal gives it back.
package struct StoredEntry: Sendable, Equatable, Codable {
    package var sequence: Int64
    package var service: String
    package var moment: Moment
    package var entry: JournalEntry

    package init(sequence: Int64, service: String, moment: Moment, entry: JournalEntry) {
        self.sequence = sequence
        self.service = service
        self.moment = moment
        self.entry = entry
    }
}
