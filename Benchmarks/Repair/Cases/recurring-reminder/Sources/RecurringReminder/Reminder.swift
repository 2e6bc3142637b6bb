/// A reminder that recurs after a fixed number of days.
struct Reminder {
    let title: String
    let firstDay: Int
    let intervalDays: Int
    /// The last day on which the reminder may occur, if it ends.
    var lastDay: Int?
    /// Days on which it is left out.
    var skippedDays: Set<Int> = []

    /// The first day at or after the given one on which the reminder occurs.
    func nextDay(onOrAfter day: Int) -> Int? {
        guard intervalDays > 0 else { return nil }
        var next = firstDay
        while next < day || skippedDays.contains(next) {
            next = firstDay + intervalDays
        }
        if let lastDay, next > lastDay { return nil }
        return next
    }

    /// The days within a range on which the reminder occurs.
    func days(in range: ClosedRange<Int>) -> [Int] {
        var days: [Int] = []
        var from = range.lowerBound
        while let next = nextDay(onOrAfter: from), next <= range.upperBound {
            days.append(next)
            from = next + 1
        }
        return days
    }
}
