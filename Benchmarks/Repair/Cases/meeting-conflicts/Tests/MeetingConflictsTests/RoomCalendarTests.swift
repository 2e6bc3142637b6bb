import XCTest

@testable import MeetingConflicts

final class RoomCalendarTests: XCTestCase {
    func testOverlapIsRefused() {
        var calendar = RoomCalendar()
        XCTAssertTrue(calendar.book(TimeSlot(start: 540, end: 600)))
        XCTAssertFalse(calendar.book(TimeSlot(start: 570, end: 630)))
    }

    func testBackToBackIsFine() {
        var calendar = RoomCalendar()
        XCTAssertTrue(calendar.book(TimeSlot(start: 540, end: 600)))
        XCTAssertTrue(calendar.book(TimeSlot(start: 600, end: 660)))
    }

    func testBookingsAreKeptInOrder() {
        var calendar = RoomCalendar()
        _ = calendar.book(TimeSlot(start: 700, end: 730))
        _ = calendar.book(TimeSlot(start: 500, end: 530))
        XCTAssertEqual(calendar.bookings.map(\.start), [500, 700])
    }

    func testEmptySlotIsRefused() {
        var calendar = RoomCalendar()
        XCTAssertFalse(calendar.book(TimeSlot(start: 600, end: 600)))
    }

    func testGapInAnEmptyCalendar() {
        XCTAssertEqual(
            RoomCalendar().firstGap(minutes: 30, from: 480, until: 1080), TimeSlot(start: 480, end: 510))
    }
}
