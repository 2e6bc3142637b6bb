extension JSON {
    /// Reads one value; throws ``JSONFault`` with the byte where it stopped making sense.
    package init(parsing bytes: some Collection<UInt8>) throws {
        var parser = JSONParser(bytes: Array(bytes))
        self = try parser.document()
    }
}

/// Text that is no JSON.
package struct JSONFault: Error, Equatable, CustomStringConvertible {
    package var offset: Int
    package var description: String { "no JSON at byte \(offset)" }
}

/// A reader of its own because Foundation's turns numbers into doubles, and a memory limit must come out as it went in.
private struct JSONParser {
    let bytes: [UInt8]
    var at = 0
    var depth = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws -> JSON {
        let result = try value()
        skipSpace()
        guard at == bytes.count else { throw fault }
        return result
    }

    var fault: JSONFault { JSONFault(offset: at) }

    mutating func skipSpace() {
        while at < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[at]) { at += 1 }
    }

    mutating func peek() throws -> UInt8 {
        skipSpace()
        guard at < bytes.count else { throw fault }
        return bytes[at]
    }

    mutating func value() throws -> JSON {
        // Deeper than this, a hostile answer would exhaust the stack.
        guard depth < 256 else { throw fault }
        depth += 1
        defer { depth -= 1 }
        switch try peek() {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    mutating func word(_ text: String, _ result: JSON) throws -> JSON {
        guard bytes[at...].starts(with: text.utf8) else { throw fault }
        at += text.utf8.count
        return result
    }

    mutating func number() throws -> JSON {
        let start = at
        while at < bytes.count, "+-.0123456789eE".utf8.contains(bytes[at]) { at += 1 }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        guard Double(text) != nil else { throw JSONFault(offset: start) }
        return .number(text)
    }

    mutating func object() throws -> JSON {
        var members: [String: JSON] = [:]
        at += 1
        if try peek() == UInt8(ascii: "}") {
            at += 1
            return .object(members)
        }
        while true {
            guard try peek() == UInt8(ascii: "\"") else { throw fault }
            let key = try string()
            guard try peek() == UInt8(ascii: ":") else { throw fault }
            at += 1
            members[key] = try value()
            let next = try peek()
            at += 1
            if next == UInt8(ascii: "}") { return .object(members) }
            guard next == UInt8(ascii: ",") else { throw fault }
        }
    }

    mutating func array() throws -> JSON {
        var elements: [JSON] = []
        at += 1
        if try peek() == UInt8(ascii: "]") {
            at += 1
            return .array(elements)
        }
        while true {
            elements.append(try value())
            let next = try peek()
            at += 1
            if next == UInt8(ascii: "]") { return .array(elements) }
            guard next == UInt8(ascii: ",") else { throw fault }
        }
    }

    mutating func string() throws -> String {
        at += 1
        var text: [UInt8] = []
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += try escape()
            default: text.append(byte)
            }
        }
        throw fault
    }

    mutating func escape() throws -> [UInt8] {
        guard at < bytes.count else { throw fault }
        let byte = bytes[at]
        at += 1
        switch byte {
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "u"): return Array(String(try scalar()).utf8)
        default: throw fault
        }
    }

    mutating func unit() throws -> UInt32 {
        guard at + 4 <= bytes.count,
            let value = UInt32(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16)
        else { throw fault }
        at += 4
        return value
    }

    mutating func scalar() throws -> Unicode.Scalar {
        let first = try unit()
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
        guard bytes[at...].starts(with: "\\u".utf8) else { return "\u{FFFD}" }
        at += 2
        let second = try unit()
        guard (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
        return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)) ?? "\u{FFFD}"
    }
}
