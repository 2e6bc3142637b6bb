/// Why a field could not be read; the payload is the field's name.
public enum PayloadError: Error, Equatable {
    case notText(String)
    case notANumber(String)
    case notAList(String)
    case tooDeep
}

/// The attributes of an event, as they come out of a JSON decoder.
public struct EventPayload {
    private let fields: [String: Any]

    public init(_ fields: [String: Any]) {
        self.fields = fields
    }

    /// The text in `name`.
    public func text(_ name: String) throws -> String {
        guard let text = fields[name] as? String else { throw PayloadError.notText(name) }
        return text
    }

    /// The text in `name`, or `fallback` when there is something else.
    public func text(_ name: String, fallback: String) -> String {
        fields[name] as? String ?? fallback
    }

    /// The whole number in `name`; also accepts a decimal without a fraction, such as `3.0`.
    public func number(_ name: String) throws -> Int {
        if let number = fields[name] as? Int { return number }
        guard let decimal = fields[name] as? Double else { throw PayloadError.notANumber(name) }
        guard let number = Int(exactly: decimal) else { throw PayloadError.notANumber(name) }
        return number
    }

    /// The whole numbers in the list `name`.
    public func numbers(_ name: String) throws -> [Int] {
        guard let numbers = fields[name] as? [Int] else { throw PayloadError.notAList(name) }
        return numbers
    }

    /// The texts in the list `tags`; other elements are passed over.
    public var tags: [String] {
        guard let list = fields["tags"] as? [Any] else { return [] }
        return list.compactMap { $0 as? String }
    }

    /// The severity, held within the byte that the log format has for it.
    public var severity: UInt8 {
        guard let level = fields["severity"] as? Int else { return 0 }
        return UInt8(clamping: level)
    }

    /// The object inside `name`; empty when there is something else.
    public func object(_ name: String) -> EventPayload {
        EventPayload(fields[name] as? [String: Any] ?? [:])
    }

    /// How deeply objects nest in one another, at most `limit` levels.
    public func depth(limit: Int) throws -> Int {
        guard limit > 0 else { throw PayloadError.tooDeep }
        let inner = fields.values.compactMap { $0 as? [String: Any] }
        return 1 + (try inner.map { try EventPayload($0).depth(limit: limit - 1) }.max() ?? 0)
    }
}
