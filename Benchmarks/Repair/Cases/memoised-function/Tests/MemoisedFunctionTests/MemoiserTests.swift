import Testing

@testable import MemoisedFunction

@Suite struct MemoiserTests {
    @Test func returns_what_the_function_returns() {
        let square = Memoiser<Int, Int> { $0 * $0 }
        #expect(square(7) == 49)
        #expect(square(7) == 49)
    }

    @Test func computes_each_input_once() {
        var calls = 0
        let length = Memoiser<String, Int> {
            calls += 1
            return $0.count
        }
        _ = length("abc")
        _ = length("abc")
        _ = length("de")
        #expect(calls == 2)
    }

    @Test func forgetting_computes_again() {
        var calls = 0
        let memo = Memoiser<Int, Int> {
            calls += 1
            return $0
        }
        _ = memo(1)
        memo.forget(1)
        _ = memo(1)
        #expect(calls == 2)
    }

    @Test func no_calls_no_hits() {
        #expect(Memoiser<Int, Int> { $0 }.hitRate == 0)
    }
}
