import Testing

@testable import MemoisedFunction

@Suite struct MemoiserValidation {
    @Test func statistics() {
        let memo = Memoiser<Int, Int> { $0 + 1 }
        for input in [1, 2, 1, 1, 2, 3, 1, 2] { #expect(memo(input) == input + 1) }
        #expect(memo.misses == 3)
        #expect(memo.hits == 5)
        #expect(memo.hitRate == 0.625)
    }

    @Test func forgets_one_or_all() {
        var calls = 0
        let memo = Memoiser<Int, Int> {
            calls += 1
            return $0
        }
        for input in 0..<3 { _ = memo(input) }
        memo.forget(1)
        for input in 0..<3 { _ = memo(input) }
        #expect(calls == 4)
        memo.forget()
        for input in 0..<3 { _ = memo(input) }
        #expect(calls == 7)
    }

    @Test func optional_results_are_remembered() {
        var calls = 0
        let memo = Memoiser<String, Int?> {
            calls += 1
            return Int($0)
        }
        #expect(memo("x") == nil)
        #expect(memo("x") == nil)
        #expect(memo("4") == 4)
        #expect(calls == 2)
    }

    @Test func the_first_result_stays() {
        var next = 0
        let memo = Memoiser<Int, Int> { _ in
            next += 1
            return next
        }
        #expect(memo(9) == 1)
        #expect(memo(9) == 1)
        #expect(memo(8) == 2)
        #expect(memo(9) == 1)
    }
}
