/// A half-open interval of minutes since midnight.
struct TimeSlot: Equatable {
    let start: Int
    let end: Int

    /// Whether both intervals share at least one minute. Back-to-back slots do not.
    func overlaps(_ other: TimeSlot) -> Bool {
        start < other.end || other.start < end
    }
}

/// The bookings of one room on one day.
struct RoomCalendar {
    private(set) var bookings: [TimeSlot] = []

    /// Books the slot and says true, or leaves the calendar alone when it is taken.
    mutating func book(_ slot: TimeSlot) -> Bool {
        guard slot.start < slot.end, !bookings.contains(where: { $0.overlaps(slot) }) else {
            return false
        }
        let position = bookings.firstIndex { $0.start > slot.start } ?? bookings.count
        bookings.insert(slot, at: position)
        return true
    }

    /// The first gap of at least `minutes` within the working day.
    func firstGap(minutes: Int, from opening: Int, until closing: Int) -> TimeSlot? {
        var cursor = opening
        for booking in bookings {
            if booking.start - cursor >= minutes { break }
            cursor = max(cursor, booking.end)
        }
        return closing - cursor >= minutes ? TimeSlot(start: cursor, end: cursor + minutes) : nil
    }
}
