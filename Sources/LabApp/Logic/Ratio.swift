/// Why a ratio could not be computed.
public enum RatioError: Error, Equatable {
    case emptyTotal
    case tooLarge
}

/// Whole-number ratios, rounded towards zero.
public enum Ratio {
    /// The share of `part` in `total`, in whole percent.
    public static func percentage(of part: Int, in total: Int) throws -> Int {
        guard total != 0 else { throw RatioError.emptyTotal }
        let (scaled, overflow) = part.multipliedReportingOverflow(by: 100)
        guard !overflow else { throw RatioError.tooLarge }
        return scaled / total
    }

    /// The growth from `old` to `new` in whole percent, or nil when there is nothing to grow from.
    public static func growth(from old: Int, to new: Int) -> Int? {
        guard old > 0 else { return nil }
        let (difference, overflow) = new.subtractingReportingOverflow(old)
        guard !overflow, difference.magnitude <= Int.max / 100 else { return nil }
        return difference * 100 / old
    }

    /// Divides `amount` in proportion to `weights`; what rounding leaves over goes to the first share.
    public static func shares(of amount: Int, weights: [Int]) -> [Int] {
        let total = weights.reduce(0, +)
        guard total != 0 else { return [] }
        var shares = weights.map { amount * $0 / total }
        shares[0] += amount - shares.reduce(0, +)
        return shares
    }

    /// The largest number that divides both, by Euclid's algorithm; neither may be negative.
    public static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
        guard b != 0 else { return a }
        return greatestCommonDivisor(b, a % b)
    }

    /// The ratio in lowest terms, such as `"16:9"` for 1920 to 1080.
    public static func simplified(_ width: Int, _ height: Int) -> String? {
        guard width > 0, height > 0 else { return nil }
        let divisor = greatestCommonDivisor(width, height)
        return "\(width / divisor):\(height / divisor)"
    }
}
