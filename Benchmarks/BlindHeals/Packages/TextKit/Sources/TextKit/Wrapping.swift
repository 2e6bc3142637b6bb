/// Breaks text into lines.
public struct Wrapper: Sendable {
    /// The longest line allowed.
    public let width: Int

    /// A wrapper for lines of at least one character.
    public init(width: Int) {
        self.width = width < 1 ? 1 : width
    }

    /// Puts as many words on each line as fit; longer words get a line of their own.
    public func wrap(_ text: String) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    /// Cuts text into equal pieces, regardless of words; no text has no pieces.
    public static func chop(_ text: String, every size: Int) -> [String] {
        if size <= 0 { return [] }
        var pieces: [String] = []
        var rest = text[...]
        while !rest.isEmpty {
            pieces.append(String(rest.prefix(size)))
            rest = rest.dropFirst(size)
        }
        return pieces
    }

    /// Stretches a line to the full width by spreading spaces between its words.
    public func justify(_ line: String) -> String {
        let words = line.split(separator: " ")
        let gaps = words.count - 1
        let letters = words.reduce(0) { $0 + $1.count }
        let spare = width - letters
        if gaps < 1 || spare < gaps { return words.joined(separator: " ") }
        var result = String(words[0])
        for (number, word) in words.dropFirst().enumerated() {
            let extra = number < spare % gaps ? 1 : 0
            result += String(repeating: " ", count: spare / gaps + extra) + word
        }
        return result
    }

    /// Centres a line; a line that is too long stays as it is.
    public func centre(_ line: String) -> String {
        let margin = line.count < width ? (width - line.count) / 2 : 0
        return String(repeating: " ", count: margin) + line
    }

    /// The lines numbered `first` to `last`, counted from 1, as far as there are any.
    public static func excerpt(_ lines: [String], from first: Int, to last: Int) -> [String] {
        let low = first > 1 ? first : 1
        let high = last < lines.count ? last : lines.count
        if low > high { return [] }
        return Array(lines[low - 1...high - 1])
    }
}
