import Foundation
import Incident

extension TestProcess {
    /// Reads XCTest's lines; `listing` gives the modules that its console leaves out.
    static func xctest(lines: String, listing: [String], result: ProcessResult, crash: CrashReport?)
        -> TestProcess
    {
        var modules: [String: [String]] = [:]
        for test in listing {
            let bare = test.firstIndex(of: ".").map { String(test[test.index(after: $0)...]) } ?? test
            modules[bare, default: []].append(test)
        }
        var running: (bare: String, full: String)?
        var events: [TestEvent] = []
        for var event in XCTestConsoleDecoder().decode(lines) {
            switch event.kind {
            case .started:
                // Two modules may have a class of the same name: they run in the order of the listing.
                guard let full = modules[event.test]?.first else { continue }
                if (modules[event.test]?.count ?? 0) > 1 { modules[event.test]?.removeFirst() }
                running = (event.test, full)
                event.test = full
            case .issue:
                guard let running, running.bare == event.test else { break }
                event.test = running.full
            case .passed, .failed, .skipped:
                // A test can print such a line about another one; only the running one can end.
                guard let ending = running, ending.bare == event.test else { continue }
                event.test = ending.full
                running = nil
            }
            events.append(event)
        }
        var suites: [Substring] = []
        var isComplete = false
        for line in lines.split(separator: "\n") {
            guard let match = line.firstMatch(of: /^Test Suite '([^']*)' (started|passed|failed)/) else {
                continue
            }
            if match.output.2 == "started" {
                suites.append(match.output.1)
            } else {
                suites.removeAll { $0 == match.output.1 }
                isComplete = suites.isEmpty
            }
        }
        return TestProcess(
            events: events, isComplete: isComplete, result: result, crash: crash,
            openSuite: suites.count > 1 ? suites.last.map(String.init) : nil)
    }

    static func swiftTesting(stream: String, result: ProcessResult, crash: CrashReport?) -> TestProcess {
        TestProcess(
            events: EventStreamDecoder().decode(stream),
            isComplete: stream.contains("\"kind\":\"runEnded\""), result: result, crash: crash)
    }
}
