import Classifier
import Incident
import Testing

@Suite struct Diagnoses {
    private func crash(_ text: String, _ frames: [CrashReport.Frame] = [], signal: Int32 = 4) -> Evidence {
        Evidence(
            stage: .test, console: text, termination: .signalled(signal),
            crash: frames.isEmpty ? nil : CrashReport(description: "Illegal instruction", frames: frames),
            root: "/p")
    }

    private func frame(_ function: String, _ file: String, _ line: Int) -> CrashReport.Frame {
        CrashReport.Frame(function: function, file: file, line: line, column: 3)
    }

    static let messages: [(String, FailureClass)] = [
        (
            "Swift/x86_64-unknown-linux-gnu.swift:1: Fatal error: Division by zero in remainder operation",
            .zeroDivision
        ),
        ("Logic/A.swift:1: Fatal error: Division by zero", .fatalError),
        ("Swift/A.swift:1: Fatal error: something new", .otherTrap),
        ("Logic/A.swift:1: Fatal error", .fatalError),
        ("no newline Logic/A.swift:7: Precondition failed: must hold", .preconditionFailure),
        ("Logic/A.swift:7: Assertion failed", .assertionTrap),
        ("Swift/ErrorType.swift:254: Fatal error: Error raised at top level: E()", .uncaughtError),
        ("terminate called after throwing an instance of 'std::bad_alloc'", .memoryExhaustion),
        (
            "Swift/A.swift:1: Fatal error: Can't remove first element from an empty collection",
            .emptyCollection
        ),
        ("Swift/A.swift:1: Fatal error: Array replace: subrange extends past the end", .indexOutOfRange),
    ]

    @Test(arguments: messages)
    func the_last_words_of_a_process_tell_its_class(_ message: String, _ failureClass: FailureClass) {
        #expect(Classifier().classify(crash(message)).map(\.failureClass) == [failureClass])
    }

    @Test func the_location_is_the_users_innermost_frame_outside_tests_toolchain_and_generated_code() throws {
        let evidence = crash(
            "Swift/A.swift:1: Fatal error: Index out of range",
            [
                frame("Array.subscript", "/usr/lib/swift/A.swift", 1),
                frame("helper", "/p/.build/checkouts/dep/Sources/Dep/D.swift", 4),
                frame("shared", "/elsewhere/Sources/Shared/S.swift", 4),
                frame("closure #1 in T.t()", "/p/Tests/LogicTests/T.swift", 9),
                frame("f(_:)", "/p/Sources/Logic/A.swift", 0),
                frame("f(_:)", "/p/Sources/Logic/A.swift", 12),
                frame("macro", "/tmp/swift-generated-sources/@__swiftmacro_1.swift", 5),
                frame("all", "/p/.build/debug/x.derived/L.swift", 5),
            ])
        let diagnosis = try #require(Classifier().classify(evidence).first)
        #expect(diagnosis.location?.file == "Sources/Logic/A.swift")
        #expect(diagnosis.location?.line == 12)
        #expect(diagnosis.testLocation?.line == 9)
        #expect(diagnosis.frames.map(\.line) == [9, 0, 12])
        #expect(diagnosis.confidence == .high)
    }

    @Test func two_tests_that_fail_alike_at_one_place_are_one_diagnosis() {
        let trace = """

            *** Signal 4: Backtracing from 0x1... done ***

            *** Program crashed: Illegal instruction at 0x1 ***

            Thread 0 "md" crashed:

              0 [ra] 0x0000000000000001 f(_:) + 80 in md at /p/Sources/Logic/A.swift:3:5

            Backtrace took 0.01s
            """
        let message = "Swift/A.swift:1: Fatal error: Index out of range\n"
        let other = trace.replacing("A.swift:3:5", with: "A.swift:8:5")
        let text = message + trace + "\n" + message + trace + "\n" + message + other
        let found = Classifier().classify(Evidence(rawText: text))
        #expect(found.map(\.location?.line) == [3, 8])
        #expect(found.allSatisfy { $0.failureClass == .indexOutOfRange })
    }

    @Test func crashes_come_before_thrown_errors_and_those_before_assertions() {
        func event(_ kind: TestEvent.Kind, _ test: String, _ message: String? = nil) -> TestEvent {
            TestEvent(kind: kind, framework: .xctest, test: test, message: message)
        }
        let evidence = Evidence(
            stage: .test, console: "Swift/A.swift:1: Fatal error: Division by zero",
            termination: .signalled(4),
            events: [
                event(.started, "A/a"), event(.issue, "A/a", "XCTAssertTrue failed - "),
                event(.failed, "A/a"),
                event(.started, "A/b"), event(.issue, "A/b", "threw error \"E()\""), event(.failed, "A/b"),
                event(.started, "A/c"),
            ])
        let found = Classifier().classify(evidence)
        #expect(found.map(\.failureClass) == [.zeroDivision, .unexpectedError, .assertionFailure])
        #expect(found.first?.test == "A/c")
    }

    @Test func a_failed_run_that_says_nothing_known_is_unknown_and_a_passed_one_is_nothing() {
        let failed = Evidence(stage: .test, console: "all is lost", termination: .exited(3))
        let found = Classifier().classify(failed)
        #expect(found.map(\.failureClass) == [.unknown])
        #expect(found.first?.evidence == ["all is lost"])
        #expect(Classifier().classify(Evidence(stage: .test, console: "", termination: .exited(0))).isEmpty)
        #expect(Classifier().classify(Evidence(rawText: "error-free prose, nothing failed")).isEmpty)
        #expect(Classifier().classify(Evidence(rawText: "")).isEmpty)
    }

    @Test func no_tests_is_said_only_when_neither_framework_ran_one() {
        let none = "\t Executed 0 tests, with 0 failures (0 unexpected) in 0.0 (0.0) seconds\n"
        let some =
            "◇ Test a() started.\n✔ Test a() passed after 0.001 seconds.\n✔ Test run with 1 test in 0 suites passed"
        func classes(_ text: String) -> [FailureClass] {
            Classifier().classify(Evidence(stage: .test, console: text, termination: .exited(0))).map(
                \.failureClass)
        }
        #expect(
            classes(none + "✔ Test run with 0 tests in 0 suites passed after 0.001 seconds.") == [.noTests])
        #expect(classes(none + some) == [])
    }

    @Test func words_printed_before_a_silent_trap_do_not_name_it() {
        let overflow = CrashReport(
            description: "Swift runtime failure: arithmetic overflow",
            frames: [frame("add(_:_:)", "/p/Sources/Logic/A.swift", 5)])
        for words in [
            "Logic/A.swift:3: Fatal error: not this", "cache is out of memory", "Out of memory: retrying",
        ] {
            let evidence = Evidence(
                stage: .test, console: words, termination: .signalled(4), crash: overflow, root: "/p")
            #expect(Classifier().classify(evidence).map(\.failureClass) == [.integerOverflow], "\(words)")
        }
    }

    @Test func a_value_that_spans_lines_is_read_whole_from_the_console() throws {
        let recorded = try #require(
            CorpusCase.all.first { $0.name == "assertion_failure__xctest_EqualText" })
        let diagnosis = try #require(Classifier().classify(recorded.evidence).first)
        #expect(diagnosis.actual == "line one\nline two")
        #expect(diagnosis.expected == "line one\nline 2")
    }

    static let missing: [String] = [
        "error: no tests found; create a target in the 'Tests' directory",
        "/p/Tests/A.swift:1:8: error: no such module 'XCTest'",
        "error: could not find test product 'x'",
    ]

    @Test(arguments: missing)
    func a_missing_test_product_is_no_ordinary_build_error(_ line: String) {
        let evidence = Evidence(stage: .build, console: line, termination: .exited(1))
        #expect(Classifier().classify(evidence).map(\.failureClass) == [.missingTestProduct])
    }

    @Test func a_hang_in_the_users_code_is_a_loop_and_one_in_a_wait_is_a_time_out() {
        func classes(_ frames: [CrashReport.Frame]) -> [FailureClass] {
            let report = CrashReport(description: "Terminated", frames: frames)
            let evidence = Evidence(
                stage: .test, console: "", termination: .timedOut, crash: report, root: "/p")
            return Classifier().classify(evidence).map(\.failureClass)
        }
        let user = frame("spin()", "/p/Sources/Logic/A.swift", 5)
        #expect(classes([user]) == [.infiniteLoop])
        #expect(classes([CrashReport.Frame(function: "Collection.map<A, B>(_:)"), user]) == [.infiniteLoop])
        #expect(classes([CrashReport.Frame(function: "DispatchSemaphore.wait()"), user]) == [.timeOut])
        #expect(classes([]) == [.timeOut])
    }

    @Test func signature_ids_and_the_registry_cover_every_class_but_unknown() {
        let covered = Set(Signatures.all.map(\.failureClass))
        #expect(
            Set(FailureClass.allCases).subtracting(FailureClass.ofServices).subtracting(covered) == [.unknown]
        )
    }
}
