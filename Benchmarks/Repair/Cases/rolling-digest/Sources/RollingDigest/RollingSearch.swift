/// Finds a pattern in bytes by a rolling hash (Rabin and Karp, 1987).
struct RollingSearch {
    private static let base = 257
    private static let modulus = 1_000_003
    let pattern: [UInt8]

    init(_ pattern: String) {
        self.pattern = Array(pattern.utf8)
    }

    /// The offsets at which the pattern starts. An empty pattern is found nowhere.
    func offsets(in text: String) -> [Int] {
        let bytes = Array(text.utf8)
        let length = pattern.count
        guard length > 0, bytes.count >= length else { return [] }
        let wanted = Self.hash(pattern[...])
        var current = Self.hash(bytes[..<length])
        let leading = (1..<length).reduce(1) { power, _ in power * Self.base % Self.modulus }
        var found: [Int] = []
        for start in 0...(bytes.count - length) {
            if current == wanted, bytes[start..<(start + length)].elementsEqual(pattern) {
                found.append(start)
            }
            guard start + length < bytes.count else { break }
            current = (current - Int(bytes[start]) * leading % Self.modulus + Self.modulus) % Self.modulus
            current = (current * Self.base + Int(bytes[start + length])) % Self.modulus
        }
        return found
    }

    private static func hash(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { ($0 * base + Int($1)) % modulus }
    }
}
