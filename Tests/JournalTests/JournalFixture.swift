import Foundation
import Incident
import Watchdog
import WatchdogJournal

/// A directory of its own for one test, and entries to fill a journal with.
struct JournalFixture: Sendable, Codable {
    let directory: String

    init() throws {
        directory = NSTemporaryDirectory() + "journal-\(UInt64.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }

    var path: String { directory + "/journal.db" }

    func open() throws -> SQLiteJournal { try SQLiteJournal(path: path) }

    func remove() { try? FileManager.default.removeItem(atPath: directory) }

    /// An entry and a memory that both tell their number.
    static func append(_ number: Int, to journal: SQLiteJournal, service: String = "web") throws {
        var memory = ServiceMemory(boot: "boot")
        memory.tries = number
        memory.current = .init(id: "c\(number)", image: "sha256:\(number)")
        let moment = Moment(boot: BootInstant(nanoseconds: Int64(number)), wall: Int64(number) * 1000)
        try journal.append(.startedAgain(id: "\(number)"), memory: memory, service: service, at: moment)
    }

    static func numbers(_ journal: SQLiteJournal, service: String? = "web") throws -> [Int] {
        try journal.entries(service: service, limit: 1_000_000).compactMap { stored in
            if case .startedAgain(let id) = stored.entry { Int(id) } else { nil }
        }
    }
}
