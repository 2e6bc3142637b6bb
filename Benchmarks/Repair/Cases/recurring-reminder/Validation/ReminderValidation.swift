import Testing

@testable import RecurringReminder

@Suite struct ReminderValidation {
    @Test(arguments: 1...6) func every_day_of_a_year(interval: Int) {
        let reminder = Reminder(title: "x", firstDay: 3, intervalDays: interval)
        for day in -5...100 {
            let expected = (3...200).first { $0 >= day && ($0 - 3) % interval == 0 }
            #expect(reminder.nextDay(onOrAfter: day) == expected)
        }
    }

    @Test func days_in_a_range() {
        let reminder = Reminder(title: "x", firstDay: 4, intervalDays: 5, lastDay: 24, skippedDays: [9, 14])
        #expect(reminder.days(in: 0...100) == [4, 19, 24])
        #expect(reminder.days(in: 5...18) == [])
        #expect(reminder.days(in: 19...23) == [19])
    }

    @Test func no_interval_no_reminder() {
        #expect(Reminder(title: "x", firstDay: 4, intervalDays: 0).nextDay(onOrAfter: 0) == nil)
        #expect(Reminder(title: "x", firstDay: 4, intervalDays: -1).nextDay(onOrAfter: 9) == nil)
    }

    @Test func skips_in_a_row() {
        let reminder = Reminder(title: "x", firstDay: 0, intervalDays: 3, skippedDays: [0, 3, 6, 9])
        #expect(reminder.nextDay(onOrAfter: -10) == 12)
        #expect(reminder.nextDay(onOrAfter: 12) == 12)
        #expect(reminder.nextDay(onOrAfter: 13) == 15)
    }

    @Test func the_last_day_counts() {
        let reminder = Reminder(title: "x", firstDay: 1, intervalDays: 4, lastDay: 9)
        #expect(reminder.nextDay(onOrAfter: 6) == 9)
        #expect(reminder.nextDay(onOrAfter: 10) == nil)
    }
}
