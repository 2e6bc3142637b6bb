/// Figures about how hard a text is to read.
public struct Readability: Sendable {
    let words: [String]
    let sentences: Int

    /// Takes a text apart.
    public init(_ text: String) {
        words = text.split(separator: " ").map { word in String(word.filter(\.isLetter)) }
            .filter { !$0.isEmpty }
        sentences = text.filter { ".!?".contains($0) }.count
    }

    /// The mean length of the words, rounded down.
    public var meanWordLength: Int {
        if words.isEmpty { return 0 }
        return words.reduce(0) { $0 + $1.count } / words.count
    }

    /// The words per sentence; nil for a text without sentences.
    public var wordsPerSentence: Int? {
        sentences == 0 ? nil : words.count / sentences
    }

    /// The minutes a reader needs, rounded up; nil for less than a word per minute.
    public func minutes(wordsPerMinute speed: Double) -> Int? {
        speed >= 1 ? Int((Double(words.count) / speed).rounded(.up)) : nil
    }

    /// The longest word; of several the first, and an empty text where there is none.
    public var longestWord: String {
        var longest = ""
        for word in words where word.count > longest.count {
            longest = word
        }
        return longest
    }

    /// The word in the middle of the sorted words, or nil without any.
    public var medianWord: String? {
        let sorted = words.sorted()
        if sorted.isEmpty { return nil }
        return sorted[sorted.count / 2]
    }

    /// The school grade by a simple index of word and sentence length, at least 1.
    public static func grade(lettersPer100Words letters: Int, sentencesPer100Words sentences: Int) -> Int {
        let index = 0.0588 * Double(letters) - 0.296 * Double(sentences) - 15.8
        return index < 1 ? 1 : Int(index.rounded())
    }
}
