/// A JSON value kept whole: an engine's settings that the lab does not know pass through it unharmed.
package enum JSON: Sendable, Equatable {
    case null
    case bool(Bool)
    /// As it was written: a 64-bit limit or a fraction survives reading and writing.
    case number(String)
    case string(String)
    case array([JSON])
    case object([String: JSON])
}

extension JSON {
    /// Null where there is no such member, as engines leave out what is not set.
    package subscript(key: String) -> JSON {
        get {
            guard case .object(let members) = self else { return .null }
            return members[key] ?? .null
        }
        set {
            var members = object ?? [:]
            members[key] = newValue
            self = .object(members)
        }
    }

    package var string: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    package var bool: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    package var int: Int? {
        guard case .number(let value) = self else { return nil }
        return Int(value)
    }

    package var array: [JSON]? {
        guard case .array(let value) = self else { return nil }
        return value
    }

    package var object: [String: JSON]? {
        guard case .object(let value) = self else { return nil }
        return value
    }

    /// The members of an array that are strings.
    package var strings: [String] { (array ?? []).compactMap(\.string) }

    /// Null, an empty list and an empty object say the same in an engine's settings: nothing is set.
    package var isUnset: Bool {
        switch self {
        case .null: true
        case .array(let value): value.isEmpty
        case .object(let value): value.isEmpty
        default: false
        }
    }

    package mutating func remove(_ key: String) {
        guard case .object(var members) = self else { return }
        members[key] = nil
        self = .object(members)
    }

    package func without(_ keys: Set<String>) -> JSON {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { !keys.contains($0.key) })
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int) { self = .number(String(value)) }
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
    }

    package init(_ value: Int) { self = .number(String(value)) }
    package init(_ values: [String]) { self = .array(values.map(JSON.string)) }
}
