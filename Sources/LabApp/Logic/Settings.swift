/// Why a setting could not be read; the payload is the key, or the line that has none.
public enum SettingsError: Error, Equatable {
    case missing(String)
    case notANumber(String)
    case outOfRange(String)
    case malformed(String)
}

/// Text settings by key, with typed access.
public struct Settings: Equatable, Sendable {
    private let values: [String: String]

    /// Takes pairs in the order they were given; a repeated key keeps its last value.
    public init(_ pairs: [(String, String)]) {
        values = Dictionary(pairs, uniquingKeysWith: { _, last in last })
    }

    /// Reads `key=value` lines and skips those that have no key.
    public init(lines: [String]) {
        var pairs: [(String, String)] = []
        for line in lines {
            guard let pair = try? Self.pair(from: line) else { continue }
            pairs.append(pair)
        }
        self.init(pairs)
    }

    /// Splits one line at its first equals sign.
    public static func pair(from line: String) throws -> (key: String, value: String) {
        guard let equals = line.firstIndex(of: "="), equals > line.startIndex else {
            throw SettingsError.malformed(line)
        }
        return (String(line[..<equals]), String(line[line.index(after: equals)...]))
    }

    /// The value of `key`, which must be set.
    public func text(_ key: String) throws -> String {
        guard let value = values[key] else { throw SettingsError.missing(key) }
        return value
    }

    /// The value of `key` as a whole number.
    public func number(_ key: String) throws -> Int {
        let value = try text(key)
        guard let number = Int(value) else { throw SettingsError.notANumber(key) }
        return number
    }

    /// The value of `key`, or `fallback` when it is not set to a whole number.
    public func number(_ key: String, fallback: Int) -> Int {
        (try? number(key)) ?? fallback
    }

    /// The value of `key` as a port number.
    public func port(_ key: String) throws -> UInt16 {
        let value = try number(key)
        guard let port = UInt16(exactly: value) else { throw SettingsError.outOfRange(key) }
        return port
    }

    /// Whether `key` is switched on; a key that is not set is off.
    public func isOn(_ key: String) -> Bool {
        let value = values[key] ?? "off"
        return value == "on" || value == "true"
    }
}
