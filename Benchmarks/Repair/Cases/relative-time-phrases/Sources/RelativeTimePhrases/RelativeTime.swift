/// Describes a time difference the way a news feed does.
struct RelativeTime {
    private static let units: [(name: String, seconds: Int)] = [
        ("day", 86_400), ("hour", 3600), ("minute", 60), ("second", 1),
    ]

    /// The phrase for a number of seconds from now; negative numbers lie in the past.
    func phrase(secondsFromNow seconds: Int) -> String {
        let distance = abs(seconds)
        guard let unit = Self.units.first(where: { distance >= $0.seconds }) else { return "now" }
        let count = distance / unit.seconds
        let amount = counted(count, unit.name)
        return seconds < 0 ? "in \(amount)" : "\(amount) ago"
    }

    /// A duration with its two largest units, such as "1 hour 20 minutes".
    func duration(seconds: Int) -> String {
        var rest = max(0, seconds)
        var parts: [String] = []
        for unit in Self.units where rest >= unit.seconds && parts.count < 2 {
            parts.append(counted(rest / unit.seconds, unit.name))
            rest %= unit.seconds
        }
        return parts.isEmpty ? "0 seconds" : parts.joined(separator: " ")
    }

    private func counted(_ count: Int, _ noun: String) -> String {
        count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }
}
