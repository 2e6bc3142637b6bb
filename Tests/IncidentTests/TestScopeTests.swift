import Incident
import Testing

@Suite struct TestScopeTests {
    private let names = [
        "DequeTests.DequeTests/test_append", "HeapTests.HeapTests/test_pop", "HeapTests.Slow/sorts()",
    ]

    private func left(_ tests: [String] = [], _ skipped: [String] = []) throws -> [String] {
        let scope = try TestScope(tests: tests, skipped: skipped)
        return names.filter(scope.includes)
    }

    @Test func what_matches_counts_and_what_is_skipped_does_not() throws {
        #expect(try left() == names)
        #expect(try left(["Heap"]) == Array(names.dropFirst()))
        #expect(try left(["^Deque", "pop$"]) == Array(names.prefix(2)))
        #expect(try left([], ["Slow"]) == Array(names.prefix(2)))
        #expect(try left(["HeapTests\\."], [#"/\w+\(\)"#]) == [names[1]])
    }

    @Test func a_choice_that_leaves_nothing_is_an_error() throws {
        let scope = try TestScope(tests: ["heap"], skipped: ["Slow"])
        let error = #expect(throws: LabError.self) { try scope.check(names) }
        #expect(error?.message.contains("--tests heap --skip-tests Slow") == true)
        #expect(error?.hint?.contains("DequeTests.DequeTests/test_append") == true)
        // A package without tests is another matter.
        #expect(throws: Never.self) { try scope.check([]) }
    }

    @Test func what_is_no_regular_expression_is_refused() {
        #expect(throws: LabError.self) { try TestScope(tests: ["("], skipped: []) }
        #expect(throws: LabError.self) { try TestScope(tests: [], skipped: ["[a"]) }
    }
}
