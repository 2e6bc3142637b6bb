package import Incident

/// What became of a job; nothing of its child runs any more.
package struct ForkResult: Sendable {
    package var job: ForkJob
    package var termination: Termination
    package var duration: Duration
    /// Of its duration, how long a thread of the child was ready to run and got no processor, as far as was seen: looked at
    /// twenty times a second.
    package var waited: Duration
    /// Processor time of the child and of what it waited for.
    package var cpu: Duration
    package var peakMemoryBytes: Int
    /// Standard output and standard error, cut in the middle if too long.
    package var console: String
    /// The event stream of Swift Testing; empty for XCTest.
    package var events: String
    /// Places that were reached; empty unless asked for.
    package var hits: Set<Int32>
    /// It changed files, which are as they were again.
    package var wroteFiles: Bool
    /// Processes that it left running, or started and did not wait for.
    package var strays: Int
    /// It was killed for ``ForkLimits/memoryBytes``.
    package var wasTooLarge: Bool
    /// No child ran to an end: the server ended twice under the job, or could not make one.
    package var hadNoChild = false
    /// The lines XCTest printed itself, however much the tests printed between them.
    var xctestLines: String

    /// What it would have taken on a machine with nothing else to do, as far as can be told.
    package var ownDuration: Duration { max(duration - waited, min(cpu, duration)) }

    /// Every test ran to its end and none failed: an exit code of 0 alone may be the tests' own doing.
    package var passed: Bool {
        guard termination.isSuccess else { return false }
        if job.framework == .swiftTesting, !job.wantsEvents { return true }
        let process = process
        return process.passed && Set(job.tests).isSubset(of: process.ended.map(\.test))
    }

    /// One for each test of the job, in the order they ran, then those whose turn did not come.
    ///
    /// Decoding takes longer than many a child; a caller who only wants a verdict looks at ``passed``.
    package var outcomes: [TestOutcome] {
        let results = process.results(of: job.tests)
        let known = Set(results.map(\.test))
        let rest = job.tests.filter { !known.contains($0) }.map { ($0, TestOutcome.Result.notRun) }
        return (results + rest).map { TestOutcome(framework: job.framework, test: $0, result: $1) }
    }

    /// Tests of the job that failed, and those that did not end after an expectation of theirs did not hold.
    package var failedTests: [String] {
        let process = process
        let failed = process.ended.filter { $0.result == .failed }.map(\.test)
        let noticed = process.events.filter { $0.kind == .issue && !$0.isKnown }.map(\.test)
        let all = Set(failed + noticed)
        return job.tests.filter(all.contains)
    }

    /// In the form the rest of the room takes.
    var process: TestProcess {
        let result = ProcessResult(console: console, termination: termination, duration: duration)
        return switch job.framework {
        case .xctest: .xctest(lines: xctestLines, listing: job.tests, result: result, crash: nil)
        case .swiftTesting: .swiftTesting(stream: events, result: result, crash: nil)
        }
    }

    /// Failures with their messages, for a caller who wants to say why; nil when the job passed.
    package func evidence(root: String) -> Evidence? {
        let process = process
        guard !process.passed else { return nil }
        return Evidence(
            stage: .test, console: console, termination: termination, events: process.events, root: root)
    }
}
