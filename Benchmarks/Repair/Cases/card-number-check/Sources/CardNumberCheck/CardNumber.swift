/// A card number with a check digit (Luhn, ISO/IEC 7812).
struct CardNumber {
    let value: Int

    /// The Luhn sum: from the right, every second digit counts double, less nine if above nine.
    static func luhnSum(of number: Int) -> Int {
        var rest = number
        var sum = 0
        var isDoubled = false
        while rest > 0 {
            let digit = isDoubled ? rest % 10 * 2 : rest % 10
            sum += digit > 9 ? digit - 9 : digit
            isDoubled.toggle()
            rest %= 10
        }
        return sum
    }

    var isValid: Bool { value > 0 && Self.luhnSum(of: value) % 10 == 0 }

    /// The number with its check digit appended.
    init(withoutCheckDigit number: Int) {
        let sum = Self.luhnSum(of: number * 10)
        value = number * 10 + (10 - sum % 10) % 10
    }

    init(_ value: Int) {
        self.value = value
    }

    /// All but the last four digits replaced by stars.
    var masked: String {
        let digits = String(value)
        return String(repeating: "*", count: max(0, digits.count - 4)) + digits.suffix(4)
    }
}
