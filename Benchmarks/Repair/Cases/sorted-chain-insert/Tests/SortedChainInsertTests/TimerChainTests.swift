import Testing

@testable import SortedChainInsert

@Suite struct TimerChainTests {
    @Test func timers_added_from_last_to_first() {
        let chain = TimerChain()
        for due in [30, 20, 10] { chain.schedule("t\(due)", due: due) }
        #expect(chain.count == 3)
        #expect(chain.fire(at: 25) == ["t10", "t20"])
    }

    @Test func timers_added_from_first_to_last() {
        let chain = TimerChain()
        chain.schedule("a", due: 1)
        chain.schedule("b", due: 2)
        #expect(chain.count == 2)
        #expect(chain.fire(at: 5) == ["a", "b"])
    }

    @Test func an_empty_chain() {
        #expect(TimerChain().fire(at: 100).isEmpty)
        #expect(TimerChain().nextDue == nil)
    }

    @Test func the_next_due_time() {
        let chain = TimerChain()
        chain.schedule("late", due: 9)
        chain.schedule("early", due: 4)
        #expect(chain.nextDue == 4)
    }
}
