import XCTest

@testable import LogTailViewer

final class LogBufferTests: XCTestCase {
    private func buffer() -> LogBuffer {
        var buffer = LogBuffer(limit: 4)
        buffer.log(.info, "start")
        buffer.log(.error, "disk full")
        buffer.log(.debug, "tick")
        buffer.log(.warning, "disk slow")
        return buffer
    }

    func testTailIsTheNewest() {
        XCTAssertEqual(buffer().tail(2), ["tick", "disk slow"])
    }

    func testTailFiltersByLevel() {
        XCTAssertEqual(buffer().tail(9, atLeast: .warning), ["disk full", "disk slow"])
    }

    func testOldEntriesLeave() {
        var buffer = buffer()
        buffer.log(.info, "more")
        XCTAssertEqual(buffer.entries.first?.message, "disk full")
        XCTAssertEqual(buffer.entries.count, 4)
    }

    func testLatestMatch() {
        XCTAssertEqual(buffer().latest(containing: "disk")?.level, .warning)
        XCTAssertNil(buffer().latest(containing: "network"))
    }
}
