import Foundation
import GRDB
import Incident
package import Watchdog

/// A journal in one SQLite database, write-ahead logged.
///
/// An append returns when its transaction is on the disk (`synchronous = FULL`): what was acknowledged outlives a kill
/// and a power failure. Next to the database lie SQLite's `-wal` and `-shm`, and `.lock` for the one who writes.
package final class SQLiteJournal: JournalStore {
    package enum Access: Sendable {
        /// For a watchdog: holds the lock.
        case exclusive
        /// For a look at a journal that a watchdog may be writing to meanwhile.
        case reading
    }

    /// Entries kept per service, the newest; a few more until they are next pruned.
    package static let defaultLimit = 10_000
    /// Appends between two prunings.
    static let pruneInterval: Int64 = 100

    private let path: String
    private let entryLimit: Int
    private let lock: JournalLock?
    private let queue: DatabaseQueue

    /// Throws `LabError`: `.locked` when another watchdog has it, `.badInput` when it is damaged, of a later version or
    /// no journal (nothing is changed then), `.cannotWrite` when it cannot be made.
    package init(path: String, access: Access = .exclusive, entryLimit: Int = defaultLimit) throws {
        self.path = path
        self.entryLimit = max(entryLimit, 1)
        if access == .exclusive {
            lock = try JournalLock(journal: path)
        } else {
            lock = nil
        }
        try Self.inspect(path, mustExist: access == .reading)
        do {
            queue = try DatabaseQueue(
                path: path, configuration: Self.configuration(isReadOnly: access == .reading))
            guard access == .exclusive else { return }
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
                try JournalSchema.migrate(database)
            }
        } catch {
            throw Self.explained(error, path)
        }
    }

    // MARK: - JournalStore

    package func append(
        _ entry: JournalEntry, memory: ServiceMemory, service: String, at moment: Moment
    ) throws {
        let entryText = try Self.text(entry)
        let memoryText = try Self.text(memory)
        do {
            try queue.write { database in
                try database.execute(
                    sql: "INSERT INTO entry (service, boot, wall, kind, body) VALUES (?, ?, ?, ?, ?)",
                    arguments: [service, moment.boot.nanoseconds, moment.wall, entry.kind, entryText])
                let sequence = database.lastInsertedRowID
                try database.execute(
                    sql: """
                        INSERT INTO memory (service, body) VALUES (?, ?)
                        ON CONFLICT (service) DO UPDATE SET body = excluded.body
                        """,
                    arguments: [service, memoryText])
                if sequence.isMultiple(of: Self.pruneInterval) { try prune(database) }
            }
        } catch {
            throw Self.explained(error, path)
        }
    }

    package func memories() throws -> [String: ServiceMemory] {
        do {
            return try queue.read { database in
                var all: [String: ServiceMemory] = [:]
                for row in try Row.fetchAll(database, sql: "SELECT service, body FROM memory") {
                    let service: String = row["service"]
                    all[service] = try value(ServiceMemory.self, row["body"], "the memory of '\(service)'")
                }
                return all
            }
        } catch {
            throw Self.explained(error, path)
        }
    }

    package func entries(service: String?, limit: Int) throws -> [StoredEntry] {
        do {
            return try queue.read { database in
                let rows = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT sequence, service, boot, wall, body FROM entry
                        \(service == nil ? "" : "WHERE service = ?") ORDER BY sequence DESC LIMIT \(max(limit, 0))
                        """,
                    arguments: service.map { [$0] } ?? [])
                return try rows.map { row in
                    let sequence: Int64 = row["sequence"]
                    let moment = Moment(boot: BootInstant(nanoseconds: row["boot"]), wall: row["wall"])
                    return StoredEntry(
                        sequence: sequence, service: row["service"], moment: moment,
                        entry: try value(JournalEntry.self, row["body"], "entry \(sequence)"))
                }
            }
        } catch {
            throw Self.explained(error, path)
        }
    }

    /// Journal mode and synchronisation, as SQLite has them.
    func settings() throws -> [String] {
        try queue.read { database in
            try ["journal_mode", "synchronous"].map {
                try String.fetchOne(database, sql: "PRAGMA \($0)") ?? ""
            }
        }
    }

    private func prune(_ database: Database) throws {
        // Of every service, not only of the one appended to: its turn may never come.
        let full = try String.fetchAll(
            database, sql: "SELECT service FROM entry GROUP BY service HAVING count(*) > ?",
            arguments: [entryLimit])
        for service in full {
            try database.execute(
                sql: """
                    DELETE FROM entry WHERE service = ?1 AND sequence <=
                        (SELECT sequence FROM entry WHERE service = ?1 ORDER BY sequence DESC LIMIT 1 OFFSET ?2)
                    """,
                arguments: [service, entryLimit])
        }
    }

    // MARK: - Opening

    private static func configuration(isReadOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        // Readers come and go; only a checkpoint ever waits for one.
        configuration.busyMode = .timeout(5)
        configuration.label = "journal"
        return configuration
    }

    /// Looks at what is there without changing it: a damaged file may be all that a person has left to mend.
    private static func inspect(_ path: String, mustExist: Bool) throws {
        guard let file = FileHandle(forReadingAtPath: path) else {
            if errno == EACCES || mustExist {
                throw LabError(.badInput, "The journal '\(path)' cannot be read.")
            }
            return
        }
        let head = (try? file.read(upToCount: 16)) ?? Data()
        try? file.close()
        if head.isEmpty, !mustExist { return }
        guard head == Data("SQLite format 3\0".utf8) else { throw damaged(path, "it has no database header") }
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration(isReadOnly: true))
            try queue.read { database in
                try JournalSchema.check(database, path: path)
                let verdict = try String.fetchOne(database, sql: "PRAGMA quick_check(1)") ?? "no answer"
                guard verdict == "ok" else { throw damaged(path, verdict) }
            }
            try queue.close()
        } catch {
            throw explained(error, path)
        }
    }

    // MARK: - Errors and text

    private static func damaged(_ path: String, _ reason: String) -> LabError {
        LabError(
            .badInput, "The journal '\(path)' is damaged: \(reason). It is left as it is.",
            hint:
                "Move it aside to begin with an empty one; what it knew of known-good images is then forgotten."
        )
    }

    private static func explained(_ error: any Error, _ path: String) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        let reason = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: return damaged(path, reason)
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return LabError(.locked, "The journal '\(path)' is held by another program: \(reason).")
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
            return LabError(
                .cannotWrite, "The journal '\(path)' cannot be written: \(reason).",
                hint: "What was recorded before is safe.")
        default:
            return LabError(.software, "The journal '\(path)' failed.", underlying: error)
        }
    }

    private static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private func value<Value: Decodable>(_ type: Value.Type, _ text: String, _ what: String) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch {
            throw LabError(
                .badInput, "The journal '\(path)' holds something this lab cannot understand: \(what).",
                underlying: error)
        }
    }
}
