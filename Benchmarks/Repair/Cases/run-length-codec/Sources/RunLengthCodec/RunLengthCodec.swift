/// Why a text is not run-length encoded.
enum RunLengthError: Error, Equatable {
    case countWithoutCharacter
    case zeroCount
}

/// Writes runs as a count and a character; single characters stay as they are. Digits cannot be encoded.
enum RunLengthCodec {
    static func encode(_ text: String) -> String {
        let characters = Array(text)
        var encoded = ""
        var index = 0
        while index < characters.count {
            var end = index + 1
            while characters[end] == characters[index] {
                end += 1
            }
            let length = end - index
            encoded += length > 1 ? "\(length)\(characters[index])" : String(characters[index])
            index = end
        }
        return encoded
    }

    static func decode(_ text: String) throws -> String {
        var decoded = ""
        var count: Int?
        for character in text {
            if let digit = character.wholeNumberValue {
                count = (count ?? 0) * 10 + digit
            } else {
                if count == 0 { throw RunLengthError.zeroCount }
                decoded += String(repeating: character, count: count ?? 1)
                count = nil
            }
        }
        guard count == nil else { throw RunLengthError.countWithoutCharacter }
        return decoded
    }
}
