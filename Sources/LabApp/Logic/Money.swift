/// Why an amount could not be computed.
public enum MoneyError: Error, Equatable {
    case tooLarge
    case notAnAmount
}

/// Amounts in cents.
public enum Money {
    /// The price of `quantity` pieces.
    public static func lineTotal(unitCents: Int, quantity: Int) throws -> Int {
        let (cents, overflow) = unitCents.multipliedReportingOverflow(by: quantity)
        guard !overflow else { throw MoneyError.tooLarge }
        return cents
    }

    /// The sum of an invoice's lines.
    public static func total(_ lines: [Int]) throws -> Int {
        var total = 0
        for line in lines {
            let (next, overflow) = total.addingReportingOverflow(line)
            guard !overflow else { throw MoneyError.tooLarge }
            total = next
        }
        return total
    }

    /// The amount in cents, rounded to the nearest; refuses what is no number or does not fit.
    public static func cents(from amount: Double) throws -> Int {
        guard amount.isFinite else { throw MoneyError.notAnAmount }
        guard let cents = Int(exactly: (amount * 100).rounded()) else { throw MoneyError.tooLarge }
        return cents
    }

    /// Splits `cents` into equal parts; the first ones take a cent more when it does not divide.
    public static func split(_ cents: Int, into parts: Int) -> [Int] {
        guard parts > 0, cents >= 0 else { return [] }
        var shares = Array(repeating: cents / parts, count: parts)
        for index in 0..<(cents % parts) {
            shares[index] += 1
        }
        return shares
    }

    /// The price of one piece, rounded towards zero; nothing bought costs nothing.
    public static func unitPrice(totalCents: Int, quantity: Int) -> Int {
        guard quantity > 0 else { return 0 }
        return totalCents / quantity
    }

    /// The amount of each currency that occurs in `entries`.
    public static func totals(_ entries: [(currency: String, cents: Int)]) -> [String: Int] {
        Dictionary(entries.map { ($0.currency, $0.cents) }, uniquingKeysWith: +)
    }

    /// The amount as text, such as `"-12.05"`.
    public static func text(_ cents: Int) -> String {
        let sign = cents < 0 ? "-" : ""
        let minor = String(cents.magnitude % 100)
        return sign + "\(cents.magnitude / 100)." + String(repeating: "0", count: 2 - minor.count) + minor
    }
}
