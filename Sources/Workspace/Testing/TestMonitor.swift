import Foundation
import Synchronization

/// Watches a test process: what it says about tests, whether it gets on, and where it hangs.
final class TestMonitor: ProcessMonitor {
    private struct State {
        var scanner = LineScanner()
        var lines: [UInt8] = []
        var progress = 0
        var eventOffset: UInt64 = 0
        var eventScanner = LineScanner()
    }

    /// Words of XCTest's console; only lines that hold one are kept.
    private static let words = ["Test Case '", "Test Suite '", ": error: "].map { Array($0.utf8) }
    /// Words of Swift Testing's event stream that mean a step forward; issues do not, or a test that records them for
    /// ever would never time out.
    private static let steps = [
        "testStarted", "testEnded", "testCaseStarted", "testCaseEnded", "testSkipped",
    ]
    .map { Array("\"kind\":\"\($0)\"".utf8) }
    /// A test that fails millions of times fails no more for being remembered.
    private static let keptBytes = 16 << 20

    private let state = Mutex(State())
    private let eventPath: String?
    private let reportPath: String

    /// With `eventPath` progress is what the event stream says, without it what the console of XCTest says.
    init(eventPath: String?, reportPath: String) {
        self.eventPath = eventPath
        self.reportPath = reportPath
    }

    /// XCTest's own lines, however much the tests printed between them.
    var xctestLines: String {
        state.withLock { state in
            String(decoding: state.lines + state.scanner.rest, as: UTF8.self)
        }
    }

    func received(_ bytes: [UInt8]) {
        guard eventPath == nil else { return }
        state.withLock { state in
            var lines = state.lines
            var starts = 0
            // Moved out and back, so that the closure does not touch the state that is being scanned.
            state.lines = []
            state.scanner.scan(bytes) { line in
                guard let word = Self.words.first(where: { LineScanner.contains($0, in: line) }) else {
                    return
                }
                if word == Self.words[0] { starts += 1 }
                if word == Self.words[2], lines.count > Self.keptBytes { return }
                lines.append(contentsOf: line)
                lines.append(UInt8(ascii: "\n"))
            }
            state.lines = lines
            state.progress += starts
        }
    }

    func progress() -> Int {
        guard let eventPath else { return state.withLock { $0.progress } }
        return state.withLock { state in
            guard let file = FileHandle(forReadingAtPath: eventPath) else { return 0 }
            defer { try? file.close() }
            guard (try? file.seek(toOffset: state.eventOffset)) != nil,
                let data = try? file.read(upToCount: 8 << 20)
            else { return state.progress }
            state.eventOffset += UInt64(data.count)
            var steps = 0
            state.eventScanner.scan(Array(data)) { line in
                if Self.steps.contains(where: { LineScanner.contains($0, in: line) }) { steps += 1 }
            }
            state.progress += steps
            return state.progress
        }
    }

    func willKill(process: Int32) async {
        await HangTracer.trace(process: process, reportPath: reportPath)
    }
}
