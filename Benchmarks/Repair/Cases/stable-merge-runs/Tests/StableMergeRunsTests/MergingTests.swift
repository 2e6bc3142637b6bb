import Testing

@testable import StableMergeRuns

@Suite struct MergingTests {
    struct Job: Equatable {
        let name: String
        let priority: Int
    }

    @Test func merges_distinct_keys() {
        #expect(mergeRuns([1, 4, 6], [2, 3, 9], by: { $0 }) == [1, 2, 3, 4, 6, 9])
    }

    @Test func an_empty_run_changes_nothing() {
        #expect(mergeRuns([], [1, 2], by: { $0 }) == [1, 2])
        #expect(mergeRuns([1, 2], [], by: { $0 }) == [1, 2])
    }

    @Test func equal_keys_keep_the_left_run_first() {
        let merged = mergeRuns(
            [Job(name: "a", priority: 1)], [Job(name: "b", priority: 1)], by: { $0.priority })
        #expect(merged.map(\.name) == ["a", "b"])
    }

    @Test func sorting_is_stable() {
        let jobs = [("x", 2), ("y", 1), ("z", 2), ("w", 1)].map { Job(name: $0.0, priority: $0.1) }
        #expect(jobs.stablySorted(by: { $0.priority }).map(\.name) == ["y", "w", "x", "z"])
    }

    @Test func sorts_numbers() {
        #expect([5, 1, 4, 2, 3].stablySorted(by: { $0 }) == [1, 2, 3, 4, 5])
    }
}
