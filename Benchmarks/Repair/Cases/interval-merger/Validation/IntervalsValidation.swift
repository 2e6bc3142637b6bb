import Testing

@testable import IntervalMerger

@Suite struct IntervalsValidation {
    @Test func covers_the_same_numbers() {
        for seed in 1...20 {
            let ranges = (0..<6).map { index -> ClosedRange<Int> in
                let start = (index * seed * 7 + seed) % 40
                return start...(start + (index * seed) % 6)
            }
            let merged = ranges.merged()
            #expect(Set(merged.flatMap { $0 }) == Set(ranges.flatMap { $0 }))
            for (a, b) in zip(merged, merged.dropFirst()) { #expect(a.upperBound + 1 < b.lowerBound) }
            #expect(ranges.coverage == Set(ranges.flatMap { $0 }).count)
        }
    }

    @Test func contained_and_empty() {
        #expect([1...9, 2...3].merged() == [1...9])
        #expect([ClosedRange<Int>]().merged() == [])
        #expect([4...4].coverage == 1)
    }
}
