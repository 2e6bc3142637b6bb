/// Figures about a text.
struct TextStatistics {
    private let words: [Substring]

    init(_ text: String) {
        words = text.split { !$0.isLetter }
    }

    var wordCount: Int { words.count }

    /// The longest word, the first of equals.
    var longest: String? {
        words.max { $0.count < $1.count }.flatMap { word in
            words.first { $0.count == word.count }.map(String.init)
        }
    }

    /// The shortest word, the first of equals.
    var shortest: String? {
        words.min { $0.count < $1.count }.map(String.init)
    }

    /// The word used most often, regardless of case; of equals the alphabetically first.
    var mostFrequent: String? {
        Dictionary(grouping: words) { $0.lowercased() }
            .max { $0.value.count < $1.value.count }?.key
    }
}
