/// Exact results as decimal digits.
enum ExactNumbers {
    /// `number!` in decimal.
    static func factorial(_ number: Int) -> String {
        var product = 1
        for factor in stride(from: 2, through: number, by: 1) {
            product *= factor
        }
        return String(product)
    }

    static func power(_ base: Int, _ exponent: Int) -> String {
        var product = 1
        for _ in 0..<exponent {
            product *= base
        }
        return String(product)
    }
}
