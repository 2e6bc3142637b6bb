import XCTest

@testable import MeetingConflicts

final class RoomCalendarValidation: XCTestCase {
    private func overlaps(_ a: (Int, Int), _ b: (Int, Int)) -> Bool {
        TimeSlot(start: a.0, end: a.1).overlaps(TimeSlot(start: b.0, end: b.1))
    }

    func testOverlaps() {
        XCTAssertTrue(overlaps((10, 20), (15, 25)))
        XCTAssertTrue(overlaps((15, 25), (10, 20)))
        XCTAssertTrue(overlaps((10, 40), (20, 30)))
        XCTAssertTrue(overlaps((20, 30), (10, 40)))
        XCTAssertTrue(overlaps((10, 20), (10, 20)))
    }

    func testNoOverlaps() {
        XCTAssertFalse(overlaps((10, 20), (20, 30)))
        XCTAssertFalse(overlaps((20, 30), (10, 20)))
        XCTAssertFalse(overlaps((10, 20), (50, 60)))
        XCTAssertFalse(overlaps((50, 60), (10, 20)))
    }

    func testGapBetweenBookings() {
        var calendar = RoomCalendar()
        XCTAssertTrue(calendar.book(TimeSlot(start: 480, end: 540)))
        XCTAssertTrue(calendar.book(TimeSlot(start: 555, end: 600)))
        XCTAssertTrue(calendar.book(TimeSlot(start: 660, end: 720)))
        XCTAssertEqual(calendar.firstGap(minutes: 15, from: 480, until: 900)?.start, 540)
        XCTAssertEqual(calendar.firstGap(minutes: 30, from: 480, until: 900)?.start, 600)
        XCTAssertEqual(calendar.firstGap(minutes: 90, from: 480, until: 900)?.start, 720)
        XCTAssertNil(calendar.firstGap(minutes: 200, from: 480, until: 900))
    }

    func testManyDisjointBookings() {
        var calendar = RoomCalendar()
        for start in stride(from: 900, to: 400, by: -20) {
            XCTAssertTrue(calendar.book(TimeSlot(start: start, end: start + 20)))
        }
        XCTAssertEqual(calendar.bookings.count, 25)
        XCTAssertFalse(calendar.book(TimeSlot(start: 430, end: 431)))
    }
}
