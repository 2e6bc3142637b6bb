import Watchdog

/// Durations as people write them: whole numbers with units, largest first, such as `1m30s`.
enum DurationText {
    /// Of any duration in the file.
    static let longest: Duration = .seconds(366 * 86400)

    private static let units: [(name: String, milliseconds: Int64)] = [
        ("d", 86_400_000), ("h", 3_600_000), ("m", 60000), ("s", 1000), ("ms", 1),
    ]

    static func parse(_ text: String) -> Duration? {
        var rest = Substring(text)
        var total: Int64 = 0
        var last = -1
        repeat {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            let name = rest.dropFirst(digits.count).prefix { $0.isASCII && $0.isLetter }
            guard let count = Int64(digits), let index = units.firstIndex(where: { $0.name == name }),
                index > last
            else { return nil }
            let (part, isTooLong) = count.multipliedReportingOverflow(by: units[index].milliseconds)
            let (sum, isMuchTooLong) = total.addingReportingOverflow(part)
            guard !isTooLong, !isMuchTooLong, sum < 1 << 50 else { return nil }
            total = sum
            last = index
            rest = rest.dropFirst(digits.count + name.count)
        } while !rest.isEmpty
        return .milliseconds(total)
    }

    static func of(_ duration: Duration) -> String {
        var rest = duration.wholeNanoseconds / 1_000_000
        guard rest > 0 else { return "0s" }
        var text = ""
        for unit in units where rest >= unit.milliseconds {
            text += "\(rest / unit.milliseconds)\(unit.name)"
            rest %= unit.milliseconds
        }
        return text
    }
}
