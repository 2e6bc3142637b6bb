/// The kinds of token that the tokenizer tells apart.
public enum TokenKind: String, CaseIterable, Sendable {
    case word, number, symbol, space

    /// A one-letter code for dumps.
    public var code: Character {
        switch self {
        case .word: "w"
        case .number: "n"
        case .symbol: "s"
        case .space: "_"
        }
    }

    /// The kind a character belongs to.
    public static func of(_ character: Character) -> TokenKind {
        if character.isLetter { return .word }
        if character.isNumber { return .number }
        return character.isWhitespace ? .space : .symbol
    }
}

/// A piece of text and its kind.
public struct Token: Equatable, Sendable {
    /// What it is.
    public let kind: TokenKind
    /// How it is written.
    public let text: String

    /// A token of this kind.
    public init(_ kind: TokenKind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}

/// Cuts text into tokens, one after the other.
public struct Tokenizer {
    let characters: [Character]
    private(set) var position = 0

    /// Starts at the beginning of a text.
    public init(_ text: String) {
        characters = Array(text)
    }

    /// The character `offset` places ahead, or nil beyond either end of the text.
    public func peek(_ offset: Int = 0) -> Character? {
        let target = position + offset
        if target < 0 || target >= characters.count { return nil }
        return characters[target]
    }

    /// The next token, or nil at the end. Symbols stand alone, everything else runs together.
    public mutating func next() -> Token? {
        if position >= characters.count { return nil }
        let start = position
        let kind = TokenKind.of(characters[start])
        position += 1
        if kind == .symbol { return Token(kind, String(characters[start])) }
        while let character = peek(), TokenKind.of(character) == kind {
            position += 1
        }
        return Token(kind, String(characters[start..<position]))
    }

    /// All tokens of a text, without the spaces.
    public static func tokens(in text: String) -> [Token] {
        var tokenizer = Tokenizer(text)
        var tokens: [Token] = []
        while let token = tokenizer.next() {
            if token.kind == .space { continue }
            tokens.append(token)
        }
        return tokens
    }
}
