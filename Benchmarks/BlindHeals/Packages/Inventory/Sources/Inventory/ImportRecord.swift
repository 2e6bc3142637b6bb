/// Why a supplier's record was refused; the payload is the field.
public enum ImportError: Error, Equatable {
    case wrongType(String)
    case outOfRange(String)
}

/// A record from a supplier's feed.
public struct ImportRecord {
    private let values: [String: Any]

    /// Wraps what the decoder found.
    public init(_ values: [String: Any]) {
        self.values = values
    }

    /// The value of a field.
    public func value<Value>(_ field: String, as type: Value.Type) throws -> Value {
        guard let value = values[field] as? Value else { throw ImportError.wrongType(field) }
        return value
    }

    /// The name; feeds that send none get a dash.
    public var name: String {
        values["name"] as? String ?? "-"
    }

    /// The pieces in stock, which some feeds send as text.
    public var quantity: Int? {
        if let text = values["quantity"] as? String { return Int(text) }
        return values["quantity"] as? Int
    }

    /// The pallet spaces needed, which are at most 65535.
    public func palletSpaces() throws -> UInt16 {
        let spaces = try value("pallets", as: Int.self)
        guard let spaces = UInt16(exactly: spaces) else { throw ImportError.outOfRange("pallets") }
        return spaces
    }

    /// The weight in whole grams, or nil when the feed has no usable weight.
    public var grams: Int? {
        guard let kilograms = values["weight"] as? Double else { return nil }
        guard kilograms.isFinite, kilograms.magnitude < 1_000_000 else { return nil }
        return Int(kilograms * 1000)
    }

    /// The records of a feed; whatever is not a record is left out.
    public static func records(in feed: [Any]) -> [ImportRecord] {
        var records: [ImportRecord] = []
        for element in feed {
            guard let values = element as? [String: Any] else { continue }
            records.append(ImportRecord(values))
        }
        return records
    }

    /// The pieces in all records that say how many they have.
    public static func totalQuantity(in feed: [Any]) -> Int {
        records(in: feed).reduce(0) { $0 + ($1.quantity ?? 0) }
    }
}
