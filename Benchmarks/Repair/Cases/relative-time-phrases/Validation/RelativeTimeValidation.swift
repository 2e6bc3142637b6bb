import XCTest

@testable import RelativeTimePhrases

final class RelativeTimeValidation: XCTestCase {
    private let time = RelativeTime()

    func testPhrases() {
        for (seconds, phrase) in [
            (1, "in 1 second"), (-1, "1 second ago"), (59, "in 59 seconds"), (60, "in 1 minute"),
            (-119, "1 minute ago"), (-120, "2 minutes ago"), (3599, "in 59 minutes"), (-3600, "1 hour ago"),
            (86_399, "in 23 hours"), (-172_800, "2 days ago"), (8_640_000, "in 100 days"), (0, "now"),
        ] {
            XCTAssertEqual(time.phrase(secondsFromNow: seconds), phrase)
        }
    }

    func testDurations() {
        for (seconds, text) in [
            (1, "1 second"), (61, "1 minute 1 second"), (3601, "1 hour 1 second"), (-5, "0 seconds"),
            (90_061, "1 day 1 hour"), (86_460, "1 day 1 minute"), (172_800, "2 days"),
        ] {
            XCTAssertEqual(time.duration(seconds: seconds), text)
        }
    }
}
