enum CalculatorError: Error, Equatable {
    case unexpected(Character)
    case unexpectedEnd
    case divisionByZero
}

/// Evaluates arithmetic on whole numbers such as `2*(3+4)-5`.
struct Calculator {
    private let characters: [Character]
    private var position = 0

    static func evaluate(_ text: String) throws -> Int {
        var calculator = Calculator(text)
        let value = try calculator.sum()
        if let rest = calculator.peek { throw CalculatorError.unexpected(rest) }
        return value
    }

    private init(_ text: String) {
        characters = text.filter { !$0.isWhitespace }
    }

    private var peek: Character? { position < characters.count ? characters[position] : nil }

    private mutating func sum() throws -> Int {
        var value = try product()
        while let sign = peek, sign == "+" || sign == "-" {
            position += 1
            let term = try product()
            value = sign == "+" ? value + term : value - term
        }
        return value
    }

    private mutating func product() throws -> Int {
        var value = try factor()
        while let sign = peek, sign == "*" || sign == "/" {
            position += 1
            let operand = try factor()
            if sign == "/" && operand == 0 { throw CalculatorError.divisionByZero }
            value = sign == "*" ? value * operand : value / operand
        }
        return value
    }

    private mutating func factor() throws -> Int {
        guard let next = peek else { throw CalculatorError.unexpectedEnd }
        if next == "(" {
            position += 1
            let value = try sum()
            guard let close = peek else { throw CalculatorError.unexpectedEnd }
            guard close == ")" else { throw CalculatorError.unexpected(close) }
            return value
        }
        guard next.isNumber else { throw CalculatorError.unexpected(next) }
        var value = 0
        while let digit = peek?.wholeNumberValue {
            value = value * 10 + digit
            position += 1
        }
        return value
    }
}
