/// Why a query string could not be decoded.
public enum QueryError: Error, Equatable {
    case truncatedEscape
    case invalidEscape(String)
    case notText
}

/// The part of a URL after the question mark.
public enum QueryString {
    /// The parameters by name; a repeated name keeps its last value.
    public static func parse(_ query: String) throws -> [String: String] {
        let pairs = try query.split(separator: "&").map { try pair(from: String($0)) }
        return Dictionary(pairs, uniquingKeysWith: { _, last in last })
    }

    /// The value of `name`, or `fallback` when the query lacks it or cannot be read.
    public static func value(_ name: String, in query: String, fallback: String) -> String {
        guard let values = try? parse(query) else { return fallback }
        return values[name] ?? fallback
    }

    /// The text with its percent escapes and plus signs resolved.
    public static func decode(_ text: String) throws -> String {
        let bytes = Array(text.utf8)
        var decoded: [UInt8] = []
        var cursor = 0
        while cursor < bytes.count {
            if bytes[cursor] == UInt8(ascii: "%") {
                decoded.append(try escapedByte(in: bytes, at: cursor))
                cursor += 2
            } else {
                decoded.append(bytes[cursor] == UInt8(ascii: "+") ? UInt8(ascii: " ") : bytes[cursor])
            }
            cursor += 1
        }
        guard let result = String(validating: decoded, as: UTF8.self) else { throw QueryError.notText }
        return result
    }

    private static func pair(from part: String) throws -> (String, String) {
        let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = try decode(String(halves[0]))
        guard halves.count > 1 else { return (name, "") }
        return (name, try decode(String(halves[1])))
    }

    private static func escapedByte(in bytes: [UInt8], at cursor: Int) throws -> UInt8 {
        guard cursor + 2 < bytes.count else { throw QueryError.truncatedEscape }
        let digits = String(decoding: bytes[(cursor + 1)...(cursor + 2)], as: UTF8.self)
        guard let byte = UInt8(digits, radix: 16) else { throw QueryError.invalidEscape(digits) }
        return byte
    }
}
