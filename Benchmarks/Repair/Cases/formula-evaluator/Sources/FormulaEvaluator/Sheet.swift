/// Cells by name.
struct Sheet {
    var cells: [String: Formula] = [:]

    func value(of name: String) throws -> Double {
        try value(of: name, visiting: [])
    }

    /// `visiting` holds the cells whose values are being computed.
    private func value(of name: String, visiting: Set<String>) throws -> Double {
        guard let formula = cells[name] else { throw FormulaError.unknownCell(name) }
        return try evaluate(formula, visiting: visiting.union([name]))
    }

    private func evaluate(_ formula: Formula, visiting: Set<String>) throws -> Double {
        switch formula {
        case .number(let number):
            return number
        case .cell(let name):
            return try value(of: name, visiting: visiting)
        case .sum(let terms):
            return try terms.reduce(0) { try $0 + evaluate($1, visiting: visiting) }
        case .product(let left, let right):
            return try evaluate(left, visiting: visiting) * evaluate(right, visiting: visiting)
        case .quotient(let left, let right):
            let divisor = try evaluate(right, visiting: visiting)
            guard divisor != 0 else { throw FormulaError.divisionByZero }
            return try evaluate(left, visiting: visiting) / divisor
        }
    }
}
