import Foundation
import Incident

extension Workspace {
    /// Runs tests of the last build, one process after the other until each test has had its turn.
    ///
    /// The bundle is run directly, with the tree as working directory. A test that ends its process is `crashed`, one
    /// that stands still is `timedOut`; the rest runs on without it. Tests that fail are a result, not an error. Throws
    /// `CancellationError` after killing the process.
    package func test(
        _ selection: TestSelection = .all, limits: TestLimits = TestLimits(),
        environment: [String: String] = [:]
    ) async throws -> TestRun {
        let started = ContinuousClock.now
        var run = TestRun()
        for name in try Files.names(in: runs) { try Files.remove(runs + "/" + name) }
        guard let bundle = try await testBundle() else {
            run.noTests = true
            return run
        }
        let listings = try await list(bundle, limits: limits, environment: environment)
        if let failure = listings.failure {
            run.evidence = [failure]
            run.console = failure.console
            run.duration = ContinuousClock.now - started
            return run
        }
        try scope.check([.xctest, .swiftTesting].flatMap { listings[$0] }.filter { !selection.names($0) })
        var count = 0
        for framework in [TestEvent.Framework.xctest, .swiftTesting] {
            let all = listings[framework]
            let tests = all.filter { selection.includes($0, in: scope) }
            if tests.isEmpty { continue }
            count += tests.count
            // The linker decides which module's tests XCTest runs first; the same tests must give the same output.
            let modules = Dictionary(grouping: tests) { test in
                framework == .xctest ? String(test.prefix { $0 != "." }) : ""
            }
            let session = TestSession(framework: framework, listing: all, limits: limits, tree: tree) {
                batch in
                try await self.runTests(
                    batch, of: all, framework: framework, bundle: bundle, limits: limits,
                    environment: environment)
            }
            for module in modules.keys.sorted() {
                try await session.run(modules[module] ?? [], into: &run)
            }
        }
        run.noTests = count == 0
        run.duration = ContinuousClock.now - started
        return run
    }

    /// Nil when the package has no test target, or nothing was built.
    func testBundle(in scratchPath: String? = nil) async throws -> String? {
        let description = try await describePackage()
        guard description.targets.contains(where: { $0.kind == "test" }) else { return nil }
        let path = "\(scratchPath ?? build)/debug/\(description.name)PackageTests.xctest"
        return Files.kind(of: path) == nil ? nil : path
    }

    private func list(
        _ bundle: String, limits: TestLimits, environment: [String: String]
    ) async throws -> TestListings {
        if let listings { return listings }
        var found = TestListings()
        for framework in [TestEvent.Framework.xctest, .swiftTesting] {
            let isXCTest = framework == .xctest
            let report = "\(runs)/list-\(framework.rawValue).crash.json"
            let result = try await runner.run(
                testCommand(
                    bundle, (isXCTest ? [] : ["--testing-library", "swift-testing"]) + ["--list-tests"],
                    limits: limits, environment: environment, report: report,
                    monitor: TestMonitor(eventPath: nil, reportPath: report)))
            // Swift Testing exits with EX_UNAVAILABLE when it has no test.
            guard result.termination.isSuccess || result.termination == .exited(69) && !isXCTest else {
                found.failure = Evidence(
                    stage: .test, console: result.console, termination: result.termination,
                    crash: crash(at: report, termination: result.termination), root: tree)
                return found
            }
            if isXCTest {
                found.xctest = TestListings.parseXCTest(result.console)
            } else {
                found.swiftTesting = TestListings.parseSwiftTesting(result.console)
            }
        }
        listings = found
        return found
    }

    private func runTests(
        _ tests: [String], of all: [String], framework: TestEvent.Framework, bundle: String,
        limits: TestLimits,
        environment: [String: String]
    ) async throws -> TestProcess {
        runNumber += 1
        let name = "\(runs)/\(runNumber)-\(framework.rawValue)"
        let report = name + ".crash.json"
        switch framework {
        case .xctest:
            let monitor = TestMonitor(eventPath: nil, reportPath: report)
            let result = try await runner.run(
                testCommand(
                    bundle, tests.count == all.count ? [] : TestFilter.xctest(tests), limits: limits,
                    environment: environment, report: report, monitor: monitor))
            return .xctest(
                lines: monitor.xctestLines, listing: tests, result: result,
                crash: crash(at: report, termination: result.termination))
        case .swiftTesting:
            let stream = name + ".events.jsonl"
            let result = try await runner.run(
                testCommand(
                    bundle,
                    [
                        "--testing-library", "swift-testing", "--no-parallel", "--event-stream-output-path",
                        stream,
                        "--event-stream-version", "0",
                    ] + TestFilter.swiftTesting(tests, of: all),
                    limits: limits, environment: environment, report: report,
                    monitor: TestMonitor(eventPath: stream, reportPath: report)))
            let events = (try? Files.read(stream)) ?? []
            return .swiftTesting(
                stream: String(decoding: events, as: UTF8.self), result: result,
                crash: crash(at: report, termination: result.termination))
        }
    }

    private func testCommand(
        _ bundle: String, _ arguments: [String], limits: TestLimits, environment: [String: String],
        report: String,
        monitor: TestMonitor
    ) -> Command {
        var variables = [
            "SWIFT_BACKTRACE":
                "enable=yes,color=no,format=json,threads=all,interactive=no,output-to=\(report)"
        ]
        #if os(Linux)
            if let abortTrace { variables["LD_PRELOAD"] = abortTrace }
        #endif
        variables.merge(environment) { $1 }
        return Command(
            bundle, arguments, environment: variables, workingDirectory: tree,
            limits: ProcessLimits(
                wall: limits.perProcess, idle: limits.perTest, busy: limits.perBusyTest,
                consoleBytes: limits.consoleBytes,
                addressSpaceBytes: limits.addressSpaceBytes, fileBytes: limits.fileBytes),
            monitor: monitor, owner: directory)
    }

    /// The backtrace of a process that crashed or hung; a hang was interrupted by the lab, and says so.
    private func crash(at path: String, termination: Termination) -> CrashReport? {
        guard let data = FileManager.default.contents(atPath: path), var report = CrashReport(json: data)
        else {
            return nil
        }
        if termination == .timedOut { report.description = "Timed out" }
        // The lab's own preloaded library is no part of the patient.
        if let abortTrace {
            let image = abortTrace.split(separator: "/").last.map(String.init)
            report.frames.removeAll { $0.image == image }
        }
        return report
    }
}
