import XCTest

@testable import RelativeTimePhrases

final class RelativeTimeTests: XCTestCase {
    private let time = RelativeTime()

    func testNow() {
        XCTAssertEqual(time.phrase(secondsFromNow: 0), "now")
    }

    func testPast() {
        XCTAssertEqual(time.phrase(secondsFromNow: -7300), "2 hours ago")
    }

    func testFuture() {
        XCTAssertEqual(time.phrase(secondsFromNow: 86_400), "in 1 day")
    }

    func testDuration() {
        XCTAssertEqual(time.duration(seconds: 4800), "1 hour 20 minutes")
        XCTAssertEqual(time.duration(seconds: 0), "0 seconds")
    }
}
