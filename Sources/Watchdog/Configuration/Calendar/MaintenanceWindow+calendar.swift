package import Foundation
package import Watchdog

extension MaintenanceWindow {
    /// Whether the window is open.
    ///
    /// It begins by the wall clock of its time zone and lasts its minutes of elapsed time: one that spans a change of
    /// the clocks is neither shorter nor longer. A start that the clocks skip counts from the moment after the gap, one
    /// that they repeat from the first time. A time zone that is not known never opens it.
    package func contains(_ date: Date) -> Bool {
        guard minutes > 0, let zone = TimeZone(identifier: timeZone) else { return false }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let today = calendar.startOfDay(for: date)
        // It may have begun on any day that its length reaches back to.
        return (0...(minutes / 1440 + 1)).contains { daysBack in
            guard let day = calendar.date(byAdding: .day, value: -daysBack, to: today),
                days.contains(Self.isoWeekday(calendar.component(.weekday, from: day))),
                let begin = begin(on: day, calendar)
            else { return false }
            return begin <= date && date < begin.addingTimeInterval(Double(minutes) * 60)
        }
    }

    private func begin(on day: Date, _ calendar: Calendar) -> Date? {
        calendar.date(
            bySettingHour: start / 60, minute: start % 60, second: 0, of: day, matchingPolicy: .nextTime,
            repeatedTimePolicy: .first)
    }

    /// Foundation counts from Sunday, 1.
    private static func isoWeekday(_ weekday: Int) -> Int { weekday == 1 ? 7 : weekday - 1 }
}
