import GRDB
import Incident

/// The tables of a journal and the way there from every earlier version, kept in `user_version`.
enum JournalSchema {
    /// `LABJ`, so that another program's database is never taken for an empty journal.
    static let applicationID = 0x4C41_424A

    static var version: Int { steps.count }

    /// One per version, each a transaction of its own. Never edited, only added to.
    private static let steps = [
        """
        CREATE TABLE entry (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            service TEXT NOT NULL,
            boot INTEGER NOT NULL,
            wall INTEGER NOT NULL,
            kind TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT;
        CREATE INDEX entry_by_service ON entry (service, sequence);
        CREATE TABLE memory (service TEXT PRIMARY KEY NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
        """
    ]

    /// Whether the database is empty or a journal of this version or an earlier one.
    static func check(_ database: Database, path: String) throws {
        let found = try number("user_version", database)
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        let owner = try number("application_id", database)
        guard owner == applicationID || (owner == 0 && found == 0 && tables == 0) else {
            throw LabError(
                .badInput, "'\(path)' is a database, but no journal of the lab; it is left as it is.")
        }
        guard found <= version else {
            throw LabError(
                .badInput,
                "The journal '\(path)' was written by a later lab: it has version \(found), "
                    + "this one knows up to \(version).",
                hint: "Use that lab, or another journal.")
        }
    }

    static func migrate(_ database: Database) throws {
        let found = try number("user_version", database)
        for (index, step) in steps.enumerated() where index >= found {
            try database.inTransaction {
                try database.execute(sql: step)
                try database.execute(sql: "PRAGMA application_id = \(applicationID)")
                try database.execute(sql: "PRAGMA user_version = \(index + 1)")
                return .commit
            }
        }
    }

    private static func number(_ pragma: String, _ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA \(pragma)") ?? 0
    }
}
