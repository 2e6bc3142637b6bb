/// Names that are mistaken for one another.
enum Siblings {
    /// Of Swift's own members, each with the others of its group.
    private static let values: [[String]] = [
        ["first", "last"], ["min", "max"], ["startIndex", "endIndex"], ["keys", "values"],
        ["leadingZeroBitCount", "trailingZeroBitCount"], ["key", "value"], ["offset", "element"],
        ["lowerBound", "upperBound"], ["width", "height"], ["x", "y"], ["left", "right"], ["minX", "maxX"],
        ["minY", "maxY"], ["up", "down"], ["top", "bottom"], ["next", "previous"], ["0", "1"],
    ]
    private static let methods: [[String]] = [
        ["prefix", "suffix"], ["dropFirst", "dropLast"], ["firstIndex", "lastIndex"],
        ["first", "last"], ["hasPrefix", "hasSuffix"], ["lowercased", "uppercased"], ["min", "max"],
        ["union", "intersection", "subtracting", "symmetricDifference"],
        ["formUnion", "formIntersection", "subtract", "formSymmetricDifference"],
        ["isSubset", "isSuperset"], ["isStrictSubset", "isStrictSuperset"], ["up", "down"],
        ["contains", "allSatisfy"], ["insert", "remove"],
    ]
    /// Seldom what was meant.
    private static let rare: Set<String> = ["symmetricDifference", "formSymmetricDifference"]
    private static let free: [[String]] = [
        ["min", "max"], ["floor", "ceil"], ["sin", "cos"], ["pow", "sqrt"],
    ]
    private static let words: [[String]] = [
        ["left", "right"], ["start", "end"], ["lower", "upper"], ["low", "high"], ["lo", "hi"],
        ["width", "height"],
        ["row", "column"], ["row", "col"], ["rows", "columns"], ["rows", "cols"], ["x", "y"],
        ["next", "previous"],
        ["next", "prev"], ["head", "tail"], ["first", "last"], ["first", "second"], ["min", "max"],
        ["up", "down"],
        ["top", "bottom"], ["begin", "end"], ["source", "target"], ["source", "destination"], ["src", "dst"],
        ["from", "to"], ["key", "value"], ["in", "out"], ["incoming", "outgoing"], ["old", "new"],
        ["add", "remove"],
        ["push", "pop"], ["slow", "fast"], ["i", "j"], ["a", "b"], ["m", "n"], ["u", "v"],
        ["before", "after"],
        ["parent", "child"], ["input", "output"], ["open", "close"], ["predecessors", "successors"],
    ]

    /// Pairs beside ``words`` that say the same from the other side, though they are seldom mistaken for one another.
    private static let sides: [[String]] = [
        ["newest", "oldest"], ["newer", "older"], ["front", "back"], ["front", "rear"],
        ["forward", "backward"],
        ["north", "south"], ["east", "west"], ["debit", "credit"], ["sender", "receiver"],
        ["leading", "trailing"],
        ["below", "above"], ["smaller", "larger"], ["less", "greater"], ["mine", "theirs"],
        ["ours", "theirs"],
    ]

    /// `oldestNode` for `newestNode`: the name with one word replaced by its opposite, for each word that has one.
    static func opposites(of name: String) -> [String] {
        let parts = words(of: name)
        return parts.indices.flatMap { index -> [String] in
            let word = parts[index].lowercased()
            // Of names like `i` and `j` neither is the other's opposite.
            return (words + sides).filter {
                $0.contains(word) && $0.allSatisfy { $0.count > 1 || "xy".contains($0) }
            }
            .flatMap { $0.filter { $0 != word } }
            .map { other in
                var changed = parts
                changed[index] =
                    parts[index].first?.isUppercase == true
                    ? other.prefix(1).uppercased() + other.dropFirst() : other
                return changed.joined()
            }
        }
    }

    /// `leftEdge` as `left` and `Edge`.
    private static func words(of name: String) -> [String] {
        var parts: [String] = [""]
        for character in name {
            if character.isUppercase { parts.append("") }
            parts[parts.count - 1].append(character)
        }
        return parts.filter { !$0.isEmpty }
    }

    static func members(_ name: String, called: Bool, labels: [String?] = []) -> [(String, Double)] {
        switch (name, called) {
        case ("first", true), ("last", true): if labels.isEmpty { return [] }
        // `prefix(while:)` has `drop(while:)` for its other half.
        case ("prefix", true): if labels == ["while"] { return [("drop", 0.8)] }
        case ("drop", true): if labels == ["while"] { return [("prefix", 0.8)] }
        case ("contains", true):
            if labels == ["where"] || labels.isEmpty { return labels.isEmpty ? [("allSatisfy", 0.9)] : [] }
            return []
        case ("allSatisfy", true): return labels.isEmpty ? [("contains", 0.9)] : []
        case ("insert", true), ("remove", true): if labels != [nil] { return [] }
        default: break
        }
        return group(of: name, in: called ? methods : values).map { ($0, rare.contains($0) ? 0.4 : 0.9) }
    }

    static func functions(_ name: String) -> [(String, Double)] {
        group(of: name, in: free).map { ($0, 0.9) }
    }

    /// Whether two names differ by one pair of words, such as `leftEdge` and `rightEdge`, or by a letter or two.
    static func are(_ a: String, _ b: String) -> Bool {
        let first = split(a)
        let second = split(b)
        if first.count == second.count {
            let differing = zip(first, second).filter { $0 != $1 }
            if differing.count == 1, let (one, other) = differing.first {
                return words.contains { $0.contains(one) && $0.contains(other) } || first.count > 1
                    || isClose(one, other)
            }
        }
        return isClose(a, b)
    }

    /// Whether two names end in the same word, as those of one unit do: `order.subtotalCents` and `minimumCents`.
    static func shareUnit(_ a: String, _ b: String) -> Bool {
        guard let one = split(String(a.split(separator: ".").last ?? "")).last,
            let other = split(String(b.split(separator: ".").last ?? "")).last
        else { return false }
        return one == other && one.count > 1
    }

    /// One letter more or less, in names long enough for that to be a slip.
    private static func isClose(_ a: String, _ b: String) -> Bool {
        guard a.count >= 3, b.count >= 3, abs(a.count - b.count) <= 1 else { return false }
        let short = a.count <= b.count ? a : b
        let long = a.count <= b.count ? b : a
        if long.hasPrefix(short) { return true }
        return a.count == b.count && zip(a, b).filter { $0 != $1 }.count == 1
    }

    private static func group(of name: String, in groups: [[String]]) -> [String] {
        groups.filter { $0.contains(name) }.flatMap { $0.filter { $0 != name } }
    }

    /// `leftEdge2` in words, lowercased.
    private static func split(_ name: String) -> [String] {
        var parts: [String] = [""]
        for character in name {
            if character.isUppercase || character == "_" || character.isNumber { parts.append("") }
            if character != "_" { parts[parts.count - 1] += character.lowercased() }
        }
        return parts.filter { !$0.isEmpty }
    }
}
