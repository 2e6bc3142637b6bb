/// Ways to write numbers.
public enum NumeralStyle: Sendable {
    case decimal, roman, letters
}

/// Numbers as text and back.
public enum Numerals {
    private static let steps: [(Int, String)] = [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]

    /// A number in the given style; the styles that know no such number fall back on decimals.
    public static func text(_ number: Int, style: NumeralStyle) -> String {
        switch style {
        case .decimal: return String(number)
        case .roman: return roman(number) ?? String(number)
        case .letters: return number > 0 ? letters(number) : String(number)
        }
    }

    /// A Roman numeral, for 1 to 3999.
    public static func roman(_ number: Int) -> String? {
        guard (1...3999).contains(number) else { return nil }
        var rest = number
        var result = ""
        for (value, symbol) in steps {
            while rest >= value {
                result += symbol
                rest -= value
            }
        }
        return result
    }

    /// The name of a spreadsheet column, such as `AB` for 28; nothing for numbers below 1.
    public static func letters(_ number: Int) -> String {
        if number < 1 { return "" }
        let before = letters((number - 1) / 26)
        let code = UInt8((number - 1) % 26) + UInt8(ascii: "A")
        return before + String(Character(Unicode.Scalar(code)))
    }

    /// The number that digits of a base stand for; nil for wrong digits or too many of them.
    public static func value(of digits: String, base: Int) -> Int? {
        var value = 0
        for digit in digits {
            guard let place = digit.hexDigitValue, place < base else { return nil }
            let shifted = value.multipliedReportingOverflow(by: base)
            let sum = shifted.partialValue.addingReportingOverflow(place)
            if shifted.overflow || sum.overflow { return nil }
            value = sum.partialValue
        }
        return value
    }

    /// The digits of a number in a base from 2 to 16, the highest first.
    public static func digits(_ number: UInt, base: UInt) -> [UInt] {
        if base < 2 || base > 16 { return [] }
        var digits: [UInt] = []
        var rest = number
        repeat {
            digits.insert(rest % base, at: 0)
            rest /= base
        } while rest > 0
        return digits
    }
}
