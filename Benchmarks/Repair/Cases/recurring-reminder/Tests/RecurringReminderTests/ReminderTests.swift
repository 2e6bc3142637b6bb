import Testing

@testable import RecurringReminder

@Suite struct ReminderTests {
    @Test func before_the_first_day() {
        #expect(Reminder(title: "rent", firstDay: 10, intervalDays: 30).nextDay(onOrAfter: 3) == 10)
    }

    @Test func the_second_occurrence() {
        #expect(Reminder(title: "rent", firstDay: 10, intervalDays: 30).nextDay(onOrAfter: 11) == 40)
    }

    @Test func many_occurrences_later() {
        #expect(Reminder(title: "bins", firstDay: 1, intervalDays: 7).nextDay(onOrAfter: 30) == 36)
    }

    @Test func the_reminder_ends() {
        let reminder = Reminder(title: "course", firstDay: 5, intervalDays: 7, lastDay: 11)
        #expect(reminder.nextDay(onOrAfter: 6) == nil)
    }

    @Test func a_skipped_day() {
        #expect(
            Reminder(title: "gym", firstDay: 2, intervalDays: 2, skippedDays: [2]).nextDay(onOrAfter: 0) == 4)
    }
}
