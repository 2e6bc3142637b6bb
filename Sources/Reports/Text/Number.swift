/// Numbers the same on every machine, whatever its language.
enum Number {
    /// With two decimals at most and none that are zero.
    static func plain(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        return rest % 10 == 0
            ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// A percentage with one decimal, never 100 % or 0 % by rounding alone.
    static func percent(_ value: Double) -> String {
        var tenths = Int((value * 10).rounded())
        if tenths >= 1000, value < 100 { tenths = 999 }
        if tenths <= 0, value > 0 { tenths = 1 }
        // The space is one that does not break.
        return "\(tenths / 10).\(tenths % 10)\u{A0}%"
    }

    static func duration(milliseconds: Int) -> String {
        switch milliseconds {
        case ..<1000: "\(milliseconds) ms"
        case ..<60_000: plain(Double(milliseconds / 10) / 100) + " s"
        default: "\(milliseconds / 60_000) min \(milliseconds / 1000 % 60) s"
        }
    }

    static func bytes(_ count: Int) -> String {
        switch count {
        case ..<1024: "\(count) B"
        case ..<(1024 * 1024): plain(Double(count * 10 / 1024) / 10) + " KiB"
        default: plain(Double(count * 10 / 1_048_576) / 10) + " MiB"
        }
    }

    /// "1 test", "2 tests".
    static func count(_ number: Int, _ noun: String) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }
}
