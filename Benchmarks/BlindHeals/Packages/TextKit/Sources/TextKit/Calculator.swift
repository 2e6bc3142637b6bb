/// Why a calculation failed.
public enum CalculatorError: Error, Equatable {
    case unexpected(String)
    case unfinished
    case divisionByZero
    case overflow
    case tooDeep
}

/// A formula of whole numbers.
public indirect enum Formula: Equatable, Sendable {
    case number(Int)
    case operation(Character, Formula, Formula)

    /// The result.
    public func value() throws -> Int {
        switch self {
        case .number(let number): return number
        case .operation(let sign, let left, let right):
            return try Self.apply(sign, left.value(), right.value())
        }
    }

    /// Calculates one step.
    public static func apply(_ sign: Character, _ left: Int, _ right: Int) throws -> Int {
        let result: (partialValue: Int, overflow: Bool)
        switch sign {
        case "+": result = left.addingReportingOverflow(right)
        case "-": result = left.subtractingReportingOverflow(right)
        case "*": result = left.multipliedReportingOverflow(by: right)
        case "/":
            if right == 0 { throw CalculatorError.divisionByZero }
            result = left.dividedReportingOverflow(by: right)
        case "%": return right == 0 ? 0 : left % right
        default: throw CalculatorError.unexpected(String(sign))
        }
        if result.overflow { throw CalculatorError.overflow }
        return result.partialValue
    }
}

/// Reads formulas such as `(1 + 2) * 3`.
public struct Calculator {
    private var tokens: ArraySlice<Token>

    /// Calculates a text.
    public static func evaluate(_ text: String) throws -> Int {
        var calculator = Calculator(tokens: Tokenizer.tokens(in: text)[...])
        let formula = try calculator.sum(depth: 0)
        if let extra = calculator.tokens.first { throw CalculatorError.unexpected(extra.text) }
        return try formula.value()
    }

    private mutating func sum(depth: Int) throws -> Formula {
        var formula = try product(depth: depth)
        while let sign = tokens.first?.text, sign == "+" || sign == "-" {
            tokens.removeFirst()
            formula = .operation(Character(sign), formula, try product(depth: depth))
        }
        return formula
    }

    private mutating func product(depth: Int) throws -> Formula {
        var formula = try factor(depth: depth)
        while let sign = tokens.first?.text, "*/%".contains(sign) {
            tokens.removeFirst()
            formula = .operation(Character(sign), formula, try factor(depth: depth))
        }
        return formula
    }

    private mutating func factor(depth: Int) throws -> Formula {
        if depth > 50 { throw CalculatorError.tooDeep }
        if tokens.isEmpty { throw CalculatorError.unfinished }
        let token = tokens.removeFirst()
        if token.text == "(" {
            let inner = try sum(depth: depth + 1)
            if tokens.popFirst()?.text != ")" { throw CalculatorError.unfinished }
            return inner
        }
        if let number = Int(token.text) { return .number(number) }
        throw CalculatorError.unexpected(token.text)
    }
}
