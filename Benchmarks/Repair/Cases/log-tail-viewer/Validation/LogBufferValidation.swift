import XCTest

@testable import LogTailViewer

final class LogBufferValidation: XCTestCase {
    func testTailsOfEveryLength() {
        var buffer = LogBuffer(limit: 10)
        let messages = (0..<10).map { "m\($0)" }
        for (index, message) in messages.enumerated() { buffer.log(index % 2 == 0 ? .info : .error, message) }
        for count in 0...12 {
            XCTAssertEqual(buffer.tail(count), Array(messages.suffix(count)))
        }
        XCTAssertEqual(buffer.tail(2, atLeast: .error), ["m7", "m9"])
        XCTAssertEqual(buffer.tail(1, atLeast: .warning), ["m9"])
        XCTAssertEqual(buffer.tail(3, atLeast: .info), ["m7", "m8", "m9"])
    }

    func testLimits() {
        var buffer = LogBuffer(limit: 0)
        buffer.log(.info, "a")
        buffer.log(.info, "b")
        XCTAssertEqual(buffer.tail(5), ["b"])
        XCTAssertEqual(buffer.entries, [LogEntry(level: .info, message: "b")])
    }

    func testEmpty() {
        XCTAssertEqual(LogBuffer(limit: 3).tail(3), [])
        XCTAssertNil(LogBuffer(limit: 3).latest(containing: ""))
    }

    func testTailAfterOverflow() {
        var buffer = LogBuffer(limit: 3)
        for index in 0..<8 { buffer.log(.info, "\(index)") }
        XCTAssertEqual(buffer.tail(2), ["6", "7"])
        XCTAssertEqual(buffer.tail(3), ["5", "6", "7"])
        XCTAssertEqual(buffer.latest(containing: "5")?.message, "5")
        XCTAssertNil(buffer.latest(containing: "4"))
    }
}
