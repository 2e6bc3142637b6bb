/// Dates of the Gregorian calendar.
enum CivilCalendar {
    static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 200 == 0)
    }

    static func days(inMonth month: Int, of year: Int) -> Int? {
        switch month {
        case 1, 3, 5, 7, 8, 10, 12: return 31
        case 4, 6, 9, 11: return 30
        case 2: return isLeap(year) ? 29 : 28
        default: return nil
        }
    }

    /// The number of a day within its year, from 1.
    static func dayOfYear(day: Int, month: Int, year: Int) -> Int? {
        guard let days = days(inMonth: month, of: year), (1...days).contains(day) else { return nil }
        let before = (1..<month).compactMap { self.days(inMonth: $0, of: year) }.reduce(0, +)
        return before + day
    }
}
