enum CalculationError: Error, Equatable {
    case malformed
    case divisionByZero
}

/// Evaluates tokens separated by blanks, such as `1 + 2 * 3`.
struct SimpleCalculator {
    func evaluate(_ text: String) throws -> Int {
        let tokens = text.split(separator: " ").map(String.init)
        guard let first = tokens.first, let start = Int(first), tokens.count % 2 == 1 else {
            throw CalculationError.malformed
        }
        var value = start
        var index = 1
        while index < tokens.count {
            guard let operand = Int(tokens[index + 1]) else { throw CalculationError.malformed }
            switch tokens[index] {
            case "+": value += operand
            case "-": value -= operand
            case "*": value *= operand
            case "/":
                guard operand != 0 else { throw CalculationError.divisionByZero }
                value /= operand
            default: throw CalculationError.malformed
            }
            index += 2
        }
        return value
    }
}
