/// Reads a type by its spelling alone; spellings are those of ``normal(_:)``.
enum TypeText {
    /// A type that a member of `own` gives, `Self` read as what it stands for.
    static func type(_ type: String?, asSelf own: String?) -> String? { type == "Self" ? own : type }

    static let integers: Set<String> = [
        "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "Int128",
        "UInt128",
    ]
    static let floats: Set<String> = [
        "Double", "Float", "CGFloat", "Float16", "Float80", "TimeInterval", "Decimal",
    ]
    /// Of one type as far as one can tell, an array and its slice included.
    static func areAlike(_ a: String?, _ b: String?) -> Bool {
        if a == b || a == nil || b == nil { return true }
        let element = TypeText.element(of: a)
        return element != nil && element == TypeText.element(of: b)
    }

    private static let texts: Set<String> = ["String", "Substring"]
    private static let qualifiers: Set<String> = [
        "inout", "borrowing", "consuming", "sending", "some", "any", "__owned", "__shared", "isolated",
        "_const",
    ]
    /// Generic types of one argument whose elements have that type.
    private static let sequences: Set<String> = [
        "Array", "Set", "ArraySlice", "ContiguousArray", "Deque", "OrderedSet", "Range", "ClosedRange",
        "Collection",
        "Sequence", "BidirectionalCollection", "RandomAccessCollection", "StrideTo", "StrideThrough", "Stack",
        "Queue",
        "Heap", "PriorityQueue", "LinkedList", "AnySequence", "IndexSet",
    ]

    /// One spelling per type: `Array<Int>` is `[Int]`, `inout T!` is `T?`; nil for no text.
    static func normal(_ text: String?) -> String? {
        guard let text else { return nil }
        var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        while let first = words.first, first.hasPrefix("@") || qualifiers.contains(first) {
            words.removeFirst()
        }
        var joined = words.joined().replacing(":", with: ": ").replacing(",", with: ", ")
        if joined.hasPrefix("Swift.") { joined.removeFirst(6) }
        while joined.hasPrefix("("), joined.hasSuffix(")"),
            split(joined.dropFirst().dropLast(), at: ",").count == 1,
            !joined.contains("->"), !joined.dropFirst().dropLast().contains("(")
        {
            joined = String(joined.dropFirst().dropLast())
        }
        if joined.hasSuffix("!") { joined = joined.dropLast() + "?" }
        if let inner = argument(of: joined, "Optional") { joined = inner + "?" }
        if let inner = argument(of: joined, "Array") { joined = "[" + inner + "]" }
        if let inner = argument(of: joined, "Dictionary") {
            let parts = split(inner[...], at: ",")
            if parts.count == 2 { joined = "[" + parts[0] + ": " + parts[1] + "]" }
        }
        return joined.isEmpty ? nil : joined
    }

    static func isInteger(_ type: String?) -> Bool { type.map(integers.contains) ?? false }
    static func isFloat(_ type: String?) -> Bool { type.map(floats.contains) ?? false }
    static func isNumber(_ type: String?) -> Bool { isInteger(type) || isFloat(type) }
    static func isText(_ type: String?) -> Bool { type.map(texts.contains) ?? false }
    static func isOptional(_ type: String?) -> Bool { type?.hasSuffix("?") ?? false }

    /// Whether values are known to have an order; a bare generic parameter is taken to be `Comparable`.
    static func isOrdered(_ type: String?) -> Bool {
        guard let type else { return false }
        return isNumber(type) || isText(type) || type == "Character" || type == "Date" || isGeneric(type)
    }

    /// `T`, `Element` and the like.
    static func isGeneric(_ type: String) -> Bool {
        type == "Element" || type.count == 1 && type.first?.isUppercase == true
    }

    static func isArray(_ type: String?) -> Bool {
        guard let type, type.hasPrefix("["), type.hasSuffix("]") else { return false }
        return split(type.dropFirst().dropLast(), at: ":").count == 1
    }

    static func isDictionary(_ type: String?) -> Bool { pair(of: type) != nil }
    static func isSet(_ type: String?) -> Bool {
        element(of: type, "Set") != nil || element(of: type, "OrderedSet") != nil
    }

    /// Whether it has `isEmpty`, `count` and elements.
    static func isCollection(_ type: String?) -> Bool {
        isArray(type) || isDictionary(type) || isText(type)
            || (element(of: type) != nil && type?.hasPrefix("Stride") != true)
    }

    /// Whether `append` and `insert(_:at:)` are to be expected.
    static func isSequenceLike(_ type: String?) -> Bool {
        isArray(type) || isText(type)
            || ["ArraySlice", "ContiguousArray", "Deque"].contains { element(of: type, $0) != nil }
    }

    /// What a loop over it yields; nil when that is not known.
    static func element(of type: String?) -> String? {
        guard let type else { return nil }
        if isText(type) { return "Character" }
        if isArray(type) { return String(type.dropFirst().dropLast()) }
        if let (key, value) = pair(of: type) { return "(key: \(key), value: \(value))" }
        guard let open = type.firstIndex(of: "<"), type.hasSuffix(">"),
            sequences.contains(String(type[..<open]))
        else {
            return nil
        }
        let inner = type[type.index(after: open)...].dropLast()
        return split(inner, at: ",").count == 1 ? String(inner) : nil
    }

    /// Key and value of a dictionary.
    static func pair(of type: String?) -> (key: String, value: String)? {
        guard let type, type.hasPrefix("["), type.hasSuffix("]") else { return nil }
        let parts = split(type.dropFirst().dropLast(), at: ":")
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }

    static func unwrapped(_ type: String?) -> String? {
        guard let type, type.hasSuffix("?") else { return type }
        return String(type.dropLast())
    }

    static func optional(_ type: String?) -> String? {
        type.map { $0.hasSuffix("?") ? $0 : $0 + "?" }
    }

    /// The type of the parts of `xs` that `dropFirst` and ranges give.
    static func slice(of type: String?) -> String? {
        if isText(type) { return "Substring" }
        if let type, type.hasPrefix("ArraySlice<") { return type }
        return isArray(type) ? element(of: type).map { "ArraySlice<\($0)>" } : nil
    }

    /// What a function of a type such as `(Int) throws -> String` gives.
    static func result(of type: String?) -> String? {
        guard let type, !type.hasPrefix("[") else { return nil }
        var depth = 0
        var previous: Character = " "
        for index in type.indices {
            let character = type[index]
            if "([<".contains(character) { depth += 1 }
            if ")]".contains(character) || character == ">" && previous != "-" { depth -= 1 }
            if character == ">", previous == "-", depth == 0 {
                return normal(String(type[type.index(after: index)...]))
            }
            previous = character
        }
        return nil
    }

    /// The types of a tuple's parts with their labels; empty for other types.
    static func tuple(_ type: String?) -> [(label: String?, type: String)] {
        guard let type, type.hasPrefix("("), type.hasSuffix(")"), !type.contains("->") else { return [] }
        return split(type.dropFirst().dropLast(), at: ",").map { part in
            let sides = split(part[...], at: ":")
            return sides.count == 2 ? (sides[0], sides[1]) : (nil, part)
        }
    }

    /// The name without generic arguments, outer types and the mark of an optional: `Tree.Node<Int>?` is `Node`.
    static func base(_ type: String) -> String {
        let name = type.prefix { $0 != "<" && $0 != "?" }
        return String(name.split(separator: ".").last ?? "")
    }

    private static func element(of type: String?, _ name: String) -> String? {
        type.flatMap { argument(of: $0, name) }
    }

    private static func argument(of type: String, _ name: String) -> String? {
        guard type.hasPrefix(name + "<"), type.hasSuffix(">") else { return nil }
        return String(type.dropFirst(name.count + 1).dropLast())
    }

    /// Parts between separators that no bracket encloses, blanks trimmed.
    private static func split(_ text: Substring, at separator: Character) -> [String] {
        var parts: [String] = [""]
        var depth = 0
        var previous: Character = " "
        for character in text {
            if "([<".contains(character) { depth += 1 }
            if ")]".contains(character) || character == ">" && previous != "-" { depth -= 1 }
            previous = character
            if character == separator, depth == 0 {
                parts.append("")
            } else if !(character == " " && parts[parts.count - 1].isEmpty) {
                parts[parts.count - 1].append(character)
            }
        }
        return parts
    }
}
