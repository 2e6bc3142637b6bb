import Foundation
import Watchdog

/// Reads the elements of `maintenance`.
enum MaintenanceReader {
    private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    private static let week: Duration = .seconds(7 * 86400)

    static func read(_ value: Value) -> MaintenanceWindow? {
        guard let fields = value.fields(.maintenance) else { return nil }
        for key in ["start", "for"] where fields[key] == nil {
            fields.problems.add("a maintenance window needs '\(key)'", at: fields.place)
        }
        let days = fields["days"].map(days(of:)) ?? Set(1...7)
        let start = fields["start"].flatMap(start(of:))
        let length = fields["for"]?.duration(atLeast: .seconds(60), atMost: week)
        var zone = "UTC"
        if let value = fields["time_zone"], let name = value.text() {
            zone = name
            if TimeZone(identifier: name) == nil {
                let near = Spelling.nearest(to: name, in: TimeZone.knownTimeZoneIdentifiers)
                value.refuse(
                    "there is no time zone '\(name)'" + (near.map { ", did you mean '\($0)'?" } ?? ""))
            }
        }
        guard let start, let length else { return nil }
        return MaintenanceWindow(
            days: days, start: start, minutes: Int(length.components.seconds) / 60, timeZone: zone)
    }

    private static func days(of value: Value) -> Set<Int> {
        guard let list = value.list("[sat, sun]") else { return [] }
        if list.isEmpty { value.refuse("'days' must not be empty; without it, every day counts") }
        return Set(list.compactMap { $0.choice(days) }.compactMap(days.firstIndex).map { $0 + 1 })
    }

    private static func start(of value: Value) -> Int? {
        let what = "a time of day such as 02:00"
        guard let text = value.text(what) else { return nil }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let hour = Int(parts[0]),
            let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute)
        else {
            value.refuse("'start' must be \(what), not '\(text.prefix(40))'")
            return nil
        }
        return hour * 60 + minute
    }
}
