enum BaseError: Error, Equatable {
    case unsupportedBase(Int)
    case invalidDigit(Character)
    case noDigits
}

/// Numbers in positional notation, digits `0`–`9` and `a`–`z`.
struct BaseConverter {
    private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz")
    let base: Int

    init(base: Int) throws {
        guard (2...Self.digits.count).contains(base) else { throw BaseError.unsupportedBase(base) }
        self.base = base
    }

    func text(_ number: Int) -> String {
        guard number != 0 else { return "0" }
        var rest = number.magnitude
        var characters: [Character] = []
        while rest > 0 {
            characters.append(Self.digits[Int(rest % UInt(base))])
            rest /= UInt(base)
        }
        return (number < 0 ? "-" : "") + String(characters.reversed())
    }

    func number(_ text: String) throws -> Int {
        let isNegative = text.hasPrefix("-")
        let body = isNegative ? text.dropFirst() : Substring(text)
        guard !body.isEmpty else { throw BaseError.noDigits }
        var value = 0
        for character in body.lowercased().reversed() {
            guard let digit = Self.digits.firstIndex(of: character), digit < base else {
                throw BaseError.invalidDigit(character)
            }
            value = value * base + digit
        }
        return isNegative ? -value : value
    }
}
