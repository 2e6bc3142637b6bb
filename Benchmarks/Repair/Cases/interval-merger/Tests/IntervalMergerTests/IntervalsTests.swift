import Testing

@testable import IntervalMerger

@Suite struct IntervalsTests {
    @Test func overlapping() {
        #expect([1...4, 3...6].merged() == [1...6])
    }

    @Test func touching() {
        #expect([1...2, 3...4].merged() == [1...4])
    }

    @Test func apart() {
        #expect([5...6, 1...2].merged() == [1...2, 5...6])
    }

    @Test func coverage() {
        #expect([1...3, 2...5, 9...9].coverage == 6)
    }
}
