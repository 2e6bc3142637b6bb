import Foundation
import Testing
import Watchdog
import WatchdogConfiguration

@Suite struct MaintenanceWindowTests {
    private func date(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

    // 2026-11-21 is a Saturday.
    @Test(arguments: [
        ("2026-11-21T01:59:59Z", false), ("2026-11-21T02:00:00Z", true), ("2026-11-21T03:59:59Z", true),
        ("2026-11-21T04:00:00Z", false), ("2026-11-20T02:30:00Z", false), ("2026-11-28T02:30:00Z", true),
    ])
    func a_window_is_open_from_its_start_until_its_end(_ at: String, _ isOpen: Bool) throws {
        let window = MaintenanceWindow(days: [6], start: 120, minutes: 120)
        #expect(window.contains(try date(at)) == isOpen)
    }

    @Test(arguments: [
        ("2026-11-21T22:59:59Z", false), ("2026-11-21T23:00:00Z", true), ("2026-11-22T00:30:00Z", true),
        ("2026-11-22T01:00:00Z", false), ("2026-11-22T23:30:00Z", false),
    ])
    func a_window_over_midnight_belongs_to_the_day_it_begins_on(_ at: String, _ isOpen: Bool) throws {
        let window = MaintenanceWindow(days: [6], start: 23 * 60, minutes: 120)
        #expect(window.contains(try date(at)) == isOpen)
    }

    @Test func a_window_of_a_week_on_one_day_is_always_open() throws {
        let window = MaintenanceWindow(days: [3], start: 600, minutes: 7 * 1440)
        for day in 10...25 { #expect(window.contains(try date("2026-11-\(day)T09:59:00Z"))) }
    }

    // In Berlin, 2026-03-29 has no 02:30: the clocks go from 02:00 (01:00Z) to 03:00.
    @Test(arguments: [
        ("2026-03-29T00:59:59Z", false), ("2026-03-29T01:00:00Z", true), ("2026-03-29T01:59:59Z", true),
        ("2026-03-29T02:00:00Z", false), ("2026-03-28T01:30:00Z", true), ("2026-03-30T00:30:00Z", true),
    ])
    func a_start_that_the_clocks_skip_counts_from_after_the_gap(_ at: String, _ isOpen: Bool) throws {
        let window = MaintenanceWindow(days: Set(1...7), start: 150, minutes: 60, timeZone: "Europe/Berlin")
        #expect(window.contains(try date(at)) == isOpen)
    }

    // In Berlin, 2026-10-25 has 02:30 twice, at 00:30Z and 01:30Z.
    @Test(arguments: [
        ("2026-10-25T00:29:59Z", false), ("2026-10-25T00:30:00Z", true), ("2026-10-25T01:29:59Z", true),
        ("2026-10-25T01:30:00Z", false), ("2026-10-25T02:00:00Z", false),
    ])
    func a_start_that_the_clocks_repeat_counts_once_and_lasts_its_length(_ at: String, _ isOpen: Bool) throws
    {
        let window = MaintenanceWindow(days: [7], start: 150, minutes: 60, timeZone: "Europe/Berlin")
        #expect(window.contains(try date(at)) == isOpen)
    }

    @Test func a_window_without_length_or_time_zone_is_never_open() throws {
        let at = try date("2026-11-21T02:00:00Z")
        #expect(!MaintenanceWindow(days: [6], start: 120, minutes: 0).contains(at))
        #expect(!MaintenanceWindow(days: [], start: 120, minutes: 60).contains(at))
        #expect(!MaintenanceWindow(days: [6], start: 120, minutes: 60, timeZone: "Mars/Base").contains(at))
    }
}
