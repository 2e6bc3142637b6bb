import Foundation
import Incident
import Testing

@Suite struct DecoderTests {
    @Test func a_test_of_xctest_that_crashed_has_a_start_and_no_end() {
        let console = """
            Test Case 'XT.testA' started at 2026-01-01 00:00:00.000
            /p/Tests/X.swift:6: error: XT.testA : XCTAssertEqual failed: ("2") is not equal to ("3") - why
            Test Case 'XT.testA' failed (0.001 seconds)
            noise without a newlineTest Case 'XT.testB' started at 2026-01-01 00:00:00.000
            """
        let events = XCTestConsoleDecoder().decode(console)
        #expect(events.map(\.kind) == [.started, .issue, .failed, .started])
        #expect(events[1].location == SourceLocation(file: "/p/Tests/X.swift", line: 6))
        #expect(events[3].test == "XT/testB")
    }

    @Test func an_event_stream_may_end_in_the_middle_of_a_line() {
        let stream = """
            {"kind":"test","payload":{"id":"P.ok()/t.swift:3:2","kind":"function","name":"ok()","sourceLocation":{"_filePath":"/p/t.swift","column":2,"fileID":"P/t.swift","line":3}},"version":0}
            {"kind":"event","payload":{"instant":{"absolute":1,"since1970":2},"kind":"testStarted","messages":[],"testID":"P.ok()/t.swift:3:2"},"version":0}
            {"kind":"event","payload":{"insta
            """
        let events = EventStreamDecoder().decode(stream)
        #expect(events.map(\.kind) == [.started])
        #expect(events.first?.test == "P.ok()")
        #expect(events.first?.location?.file == "/p/t.swift")
    }

    @Test func a_torn_crash_report_is_no_report() {
        #expect(CrashReport(json: Data("{ \"description\": \"Abor".utf8)) == nil)
    }
}
