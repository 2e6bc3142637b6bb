package import Incident

/// Evidence taken apart: lines, test events, crashes; what every signature looks at.
package struct Reading: Sendable {
    package let evidence: Evidence
    /// Sorts the user's places from the others.
    package let code: UserCode
    let lines: [ConsoleLine]
    let events: [TestEvent]
    let backtraces: [(signal: Int32?, report: CrashReport, start: Int)]
    private let ended: [String: TestEvent.Kind]

    package init(_ evidence: Evidence) {
        self.evidence = evidence
        let lines = ConsoleLine.lines(of: evidence.console)
        var events = evidence.events
        if !events.contains(where: { $0.framework == .xctest }) {
            let plain = lines.map(\.text).joined(separator: "\n")
            events += XCTestConsoleDecoder().decode(plain)
        }
        if !events.contains(where: { $0.framework == .swiftTesting }) {
            events += SwiftTestingConsole.decode(lines)
        }
        self.lines = lines
        self.events = events
        var ended: [String: TestEvent.Kind] = [:]
        for event in events where event.kind != .started && event.kind != .issue {
            if ended[event.test] != .failed { ended[event.test] = event.kind }
        }
        self.ended = ended
        let texts = TextBacktrace.all(in: lines)
        var backtraces = texts.map { (signal: $0.signal, report: $0.report, start: $0.range.lowerBound) }
        if let report = evidence.crash {
            backtraces.append((signal: nil, report: report, start: lines.count))
        }
        self.backtraces = backtraces
        code = UserCode(evidence: evidence, events: events, reports: backtraces.map(\.report))
    }

    /// The run is known to have failed, even if nothing says how.
    var failed: Bool {
        switch evidence.termination {
        case .exited(let code): code != 0
        case .signalled, .timedOut: true
        case nil: !failures.isEmpty || !openTests.isEmpty
        }
    }

    var passed: Bool { evidence.termination == .exited(0) }

    /// Tests that began and never ended, in the order they began.
    var openTests: [TestEvent] {
        events.filter { $0.kind == .started && ended[$0.test] == nil && !isSuite($0) }
    }

    private var failures: [TestEvent] { events.filter { $0.kind == .failed } }

    private func isSuite(_ event: TestEvent) -> Bool {
        event.framework == .swiftTesting && event.location == nil && event.test.hasPrefix("Suite ")
    }

    /// A program of the patient ran tests here; what looks like a compiler's message then is not one.
    var ranTests: Bool {
        !events.isEmpty
            || lines.contains { $0.text.hasPrefix("Test Suite '") || $0.text.hasSuffix("Test run started.") }
    }

    /// What went wrong, each sign once; empty for a run that passed.
    var symptoms: [Symptom] {
        if passed { return nothingRan }
        var found: [Symptom] = []
        if !ranTests || evidence.stage == .build { found += buildSymptoms }
        found += races.map { .race($0) }
        found += processSymptoms
        found += issues.map { .issue($0) }
        return found.isEmpty ? nothingRan : found
    }

    /// Issues that failed their test; a printed imitation names no test that failed.
    var issues: [TestEvent] {
        let knowsTests = !ended.isEmpty || events.contains { $0.kind == .started }
        return events.filter { event in
            guard event.kind == .issue, !event.isKnown else { return false }
            switch ended[event.test] {
            case .passed, .skipped: return false
            case .failed: return true
            default: return !knowsTests || events.contains { $0.kind == .started && $0.test == event.test }
            }
        }
    }

    private var nothingRan: [Symptom] {
        guard evidence.stage != .build, events.isEmpty, evidence.crash == nil else { return [] }
        let empty = lines.filter {
            $0.text.contains("Executed 0 tests") || $0.text.contains("Test run with 0 tests")
                || $0.text.hasPrefix("warning: No matching test cases were run")
        }
        return empty.first.map { [.nothingRan($0.text)] } ?? []
    }

    private var buildSymptoms: [Symptom] {
        let messages = CompilerMessage.all(in: lines)
        if !messages.isEmpty { return messages.map { .compiler($0) } }
        let spoken = lines.map(\.text).filter { LinkerError.speaks($0) || $0.hasPrefix("error: ") }
        return spoken.map { .tool($0) }
    }

    private var races: [[String]] {
        var blocks: [[String]] = []
        var inBlock = false
        for line in lines where !line.isQuiet {
            if line.text.hasPrefix("WARNING: ThreadSanitizer: ") {
                blocks.append([])
                inBlock = true
            }
            guard inBlock else { continue }
            blocks[blocks.count - 1].append(line.text)
            if line.text.hasPrefix("SUMMARY: ThreadSanitizer: ") { inBlock = false }
        }
        return blocks
    }
}
