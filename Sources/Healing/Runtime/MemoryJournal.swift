import Synchronization
package import Watchdog

/// A journal that ends with the process: for demos, dry runs and tests.
package final class MemoryJournal: JournalStore {
    private struct Book {
        var memories: [String: ServiceMemory] = [:]
        var entries: [StoredEntry] = []
    }

    private let book = Mutex(Book())

    package init() {}

    package func append(
        _ entry: JournalEntry, memory: ServiceMemory, service: String, at moment: Moment
    ) throws {
        book.withLock { book in
            book.memories[service] = memory
            book.entries.append(
                StoredEntry(
                    sequence: Int64(book.entries.count + 1), service: service, moment: moment, entry: entry))
        }
    }

    package func memories() throws -> [String: ServiceMemory] { book.withLock(\.memories) }

    package func entries(service: String?, limit: Int) throws -> [StoredEntry] {
        book.withLock { book in
            Array(
                book.entries.reversed().lazy.filter { service == nil || $0.service == service }.prefix(limit))
        }
    }
}
