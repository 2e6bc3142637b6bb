import Testing

@testable import StableMergeRuns

@Suite struct MergingValidation {
    @Test func stability_over_many_elements() {
        let pairs = (0..<200).map { (key: ($0 * 37) % 7, index: $0) }
        let sorted = pairs.stablySorted(by: { $0.key })
        for (a, b) in zip(sorted, sorted.dropFirst()) {
            #expect(a.key < b.key || (a.key == b.key && a.index < b.index))
        }
        #expect(Set(sorted.map(\.index)).count == 200)
    }

    @Test func runs_with_equal_keys() {
        let merged = mergeRuns(
            ["a1", "a2", "b1"], ["a3", "b2", "c1"], by: { $0.first.map(String.init) ?? "" })
        #expect(merged == ["a1", "a2", "a3", "b1", "b2", "c1"])
    }

    @Test func small_inputs() {
        #expect([Int]().stablySorted(by: { $0 }) == [])
        #expect([7].stablySorted(by: { $0 }) == [7])
        #expect([2, 1].stablySorted(by: { $0 }) == [1, 2])
    }

    @Test func one_run_wholly_before_the_other() {
        #expect(mergeRuns([1, 2], [3, 4], by: { $0 }) == [1, 2, 3, 4])
        #expect(mergeRuns([3, 4], [1, 2], by: { $0 }) == [1, 2, 3, 4])
    }

    @Test func descending_by_negated_key() {
        #expect([3, 9, 4, 9].stablySorted(by: { 10 - $0 }) == [9, 9, 4, 3])
    }
}
