extension String {
    /// The text with a capital at its beginning.
    public var capitalizedFirst: String {
        if isEmpty { return "" }
        var rest = self
        let first = rest.removeFirst()
        return first.uppercased() + rest
    }

    /// `helloWorld` for `hello world`.
    public var camelCased: String {
        let words = split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
        if words.isEmpty { return "" }
        return words[0] + words.dropFirst().map(\.capitalizedFirst).joined()
    }

    /// The beginning of the text, with an ellipsis in place of what does not fit.
    public func truncated(to length: Int) -> String {
        if count <= length { return self }
        return length < 1 ? "" : String(prefix(length - 1)) + "…"
    }

    /// The characters from `start` up to `end`, as far as the text goes.
    public func slice(_ start: Int, _ end: Int) -> String {
        let characters = Array(self)
        let low = Swift.max(0, start)
        let high = Swift.min(end, characters.count)
        return low < high ? String(characters[low..<high]) : ""
    }

    /// The letters moved along the alphabet; whatever is no small letter stays.
    public func shifted(by places: Int) -> String {
        let step = (places % 26 + 26) % 26
        let codes = utf8.map { byte -> UInt8 in
            guard (97...122).contains(byte) else { return byte }
            return UInt8((Int(byte) - 97 + step) % 26 + 97)
        }
        return String(decoding: codes, as: UTF8.self)
    }

    /// Whether every bracket is closed by its like.
    public var hasBalancedBrackets: Bool {
        let partners: [Character: Character] = [")": "(", "]": "[", "}": "{"]
        var open: [Character] = []
        for character in self {
            if "([{".contains(character) { open.append(character) }
            guard let partner = partners[character] else { continue }
            if open.popLast() != partner { return false }
        }
        return open.isEmpty
    }

    /// The text repeated until it fills `length` characters.
    public func cycled(to length: Int) -> String {
        if isEmpty { return "" }
        var result = ""
        while result.count < length {
            result += self
        }
        return result.slice(0, length)
    }

    /// A hash that spreads well over buckets.
    public var bucketHash: UInt32 {
        unicodeScalars.reduce(5381) { $0 &* 33 &+ $1.value }
    }
}
