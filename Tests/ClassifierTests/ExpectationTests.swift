import Classifier
import Incident
import Testing

@Suite struct Expectations {
    struct Row: Sendable {
        var framework = TestEvent.Framework.xctest
        var message: String
        var failureClass = FailureClass.assertionFailure
        var expected: String?
        var actual: String?
    }

    static let xctest: [Row] = [
        Row(message: #"XCTAssertEqual failed: ("2") is not equal to ("3") - "#, expected: "3", actual: "2"),
        Row(
            message: #"XCTAssertEqual failed: ("a : b") is not equal to ("c") - totals differ"#,
            expected: "c",
            actual: "a : b"),
        Row(
            message: #"XCTAssertEqual failed: ("1.0") is not equal to ("1.5") +/- ("0.1") - "#,
            expected: "1.5 +/- 0.1", actual: "1.0"),
        Row(message: #"XCTAssertNotEqual failed: ("1") is equal to ("1") - "#, expected: "!= 1", actual: "1"),
        Row(
            message: #"XCTAssertGreaterThan failed: ("1") is not greater than ("2") - "#, expected: "> 2",
            actual: "1"),
        Row(
            message: #"XCTAssertGreaterThanOrEqual failed: ("1") is less than ("2") - "#, expected: ">= 2",
            actual: "1"),
        Row(message: #"XCTAssertNil failed: "1" - "#, expected: "nil", actual: "1"),
        Row(message: "XCTAssertTrue failed - should be empty", expected: "true", actual: "false"),
        Row(
            message: "XCTAssertThrowsError failed: did not throw error - ", expected: "an error",
            actual: "no error"),
        Row(
            message: #"XCTUnwrap failed: expected non-nil value of type "Int" - "#, expected: "non-nil",
            actual: "nil"),
        Row(message: "failed - not yet"),
        Row(
            message: #"threw error "boom(3)""#, failureClass: .unexpectedError, expected: "no error",
            actual: "boom(3)"),
        Row(
            message: #"XCTAssertEqual threw error "boom(3)" - "#, failureClass: .unexpectedError,
            expected: "no error", actual: "boom(3)"),
        Row(message: #"failed - it threw error "x""#),
    ]

    static let swiftTesting: [Row] = [
        Row(message: "Expectation failed: (total → 3) == 4", expected: "4", actual: "3"),
        Row(
            message: "Expectation failed: (Ledger().divide(9, by: 3) → 3) == (wanted → 4)\ntotals differ",
            expected: "4", actual: "3"),
        Row(message: "Expectation failed: (xs.count → 3) < 2", expected: "< 2", actual: "3"),
        Row(message: "Expectation failed: (xs → [1, 2]).isEmpty → false", expected: "true", actual: "false"),
        Row(
            message: "Expectation failed: !((xs → [1]).contains(2) → true)", expected: "false", actual: "true"
        ),
        Row(message: "Expectation failed: map[\"z == y\"] → nil", expected: "non-nil", actual: "nil"),
        Row(
            message: "Expectation failed: (text → \"a == b\") == \"c\"", expected: "\"c\"",
            actual: "\"a == b\""),
        Row(
            message: "Expectation failed: an error was expected but none was thrown and \"1\" was returned",
            expected: "an error", actual: "no error"),
        Row(
            message:
                "Expectation failed: expected error of type Odd, but \".boom(3)\" of type Boom was thrown instead",
            expected: "error of type Odd", actual: "\".boom(3)\" of type Boom"),
        Row(
            message: "Confirmation was confirmed 0 times, but expected to be confirmed 1 time",
            expected: "1 time",
            actual: "0 times"),
        Row(message: "Issue recorded\nnot yet"),
        Row(
            message: "Caught error: .boom(3)", failureClass: .unexpectedError, expected: "no error",
            actual: ".boom(3)"),
        Row(message: "Time limit was exceeded: 60.000 seconds", failureClass: .timeOut),
    ].map { row in
        var row = row
        row.framework = .swiftTesting
        return row
    }

    @Test(arguments: xctest + swiftTesting)
    func the_text_of_an_issue_tells_its_class_and_what_was_wanted(_ row: Row) throws {
        let place = SourceLocation(file: "/p/Tests/LogicTests/A.swift", line: 4, column: 2)
        let events = [
            TestEvent(kind: .started, framework: row.framework, test: "LogicTests.A/t()"),
            TestEvent(
                kind: .issue, framework: row.framework, test: "LogicTests.A/t()", location: place,
                message: row.message),
            TestEvent(kind: .failed, framework: row.framework, test: "LogicTests.A/t()"),
        ]
        let evidence = Evidence(
            stage: .test, console: "", termination: .exited(1), events: events, root: "/p")
        let found = Classifier().classify(evidence)
        let diagnosis = try #require(found.first)
        #expect(found.count == 1)
        #expect(diagnosis.failureClass == row.failureClass)
        #expect(diagnosis.location?.file == "Tests/LogicTests/A.swift")
        #expect(diagnosis.test == "LogicTests.A/t()")
        #expect(diagnosis.expected == row.expected)
        #expect(diagnosis.actual == row.actual)
    }
}
