/// When and how much to order.
public enum Replenishment {
    /// The days that stock lasts, or nil when nothing is used up.
    public static func daysOfCover(stock: Int, dailyUse: Int) -> Int? {
        guard dailyUse > 0 else { return nil }
        return stock / dailyUse
    }

    /// The pieces to order so that stock reaches `target`, in whole lots; a lot is at least one piece.
    public static func orderQuantity(stock: Int, target: Int, lot: Int) -> Int {
        let missing = max(0, target - stock)
        let size = max(1, lot)
        return (missing + size - 1) / size * size
    }

    /// The mean use of the last `days` days, or nil when the history is shorter.
    public static func meanUse(_ history: [Int], days: Int) -> Int? {
        guard days > 0, days <= history.count else { return nil }
        return history[(history.count - days)...].reduce(0, +) / days
    }

    /// The use expected after some weeks of growth by half each; stays at the largest number there is.
    public static func projectedUse(_ use: Int, weeks: Int) -> Int {
        var projected = use
        for _ in 0..<max(0, weeks) {
            let (next, overflow) = projected.addingReportingOverflow(projected / 2)
            guard !overflow else { return Int.max }
            projected = next
        }
        return projected
    }

    /// The days on which a lorry comes, from the first through the last.
    public static func deliveryDays(from first: Int, through last: Int, every interval: Int) -> [Int] {
        guard interval > 0 else { return [] }
        var days: [Int] = []
        var day = first
        while day <= last {
            days.append(day)
            day += interval
        }
        return days
    }

    /// The days between two weekly counts on which stock was below `minimum`.
    public static func lowDays(_ levels: [Int], from first: Int, to last: Int, minimum: Int) -> [Int] {
        let end = min(last, levels.count)
        guard first >= 0, first < end else { return [] }
        return (first..<end).filter { levels[$0] < minimum }
    }

    /// The first days of a plan, one mark each: `x` for a delivery, `.` for none.
    public static func calendar(_ deliveries: Set<Int>, days: Int) -> String {
        guard days > 0 else { return "" }
        return String((1...days).map { deliveries.contains($0) ? "x" : "." })
    }
}
