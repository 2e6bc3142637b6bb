/// Something that goes by a name.
public protocol Named {
    /// The name to look up.
    var name: String { get }
}

/// A supplier and its delivery time.
public struct Supplier: Named, Equatable, Sendable {
    /// The supplier's name.
    public let name: String
    /// The days a delivery takes.
    public let leadDays: Int

    /// Describes a supplier.
    public init(_ name: String, leadDays: Int) {
        self.name = name
        self.leadDays = leadDays
    }
}

/// Why nothing was found.
public enum DirectoryError: Error, Equatable {
    case notFound(String)
}

/// Entries by name.
public struct Directory<Entry: Named> {
    private let entries: [String: Entry]

    /// Takes the entries; of those with the same name the last counts.
    public init(_ entries: [Entry]) {
        self.entries = Dictionary(entries.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
    }

    /// The names in alphabetical order.
    public var names: [String] { entries.keys.sorted() }

    /// The entry with this name.
    public func entry(_ name: String) throws -> Entry {
        guard let entry = entries[name] else { throw DirectoryError.notFound(name) }
        return entry
    }

    /// The entries with these names; names that nobody has are passed over.
    public func entries(named names: [String]) -> [Entry] {
        names.compactMap { try? entry($0) }
    }

    /// The name at a place in the alphabetical list, counted from 1.
    public func name(at place: Int) -> String? {
        guard place >= 1, place <= entries.count else { return nil }
        return names[place - 1]
    }
}

extension Directory where Entry == Supplier {
    /// The lead time of a supplier, or the usual one for a supplier nobody knows.
    public func leadDays(of name: String, usual: Int) -> Int {
        entries[name]?.leadDays ?? usual
    }

    /// The fastest supplier, or nil in an empty directory.
    public var fastest: Supplier? {
        let sorted = names.compactMap { entries[$0] }.sorted { $0.leadDays < $1.leadDays }
        guard !sorted.isEmpty else { return nil }
        return sorted[0]
    }
}
