import Testing

@testable import SortedChainInsert

@Suite struct TimerChainValidation {
    @Test func equal_times_keep_their_order() {
        let chain = TimerChain()
        for name in ["a", "b", "c"] { chain.schedule(name, due: 5) }
        #expect(chain.count == 3)
        #expect(chain.fire(at: 4) == [])
        #expect(chain.fire(at: 5) == ["a", "b", "c"])
        #expect(chain.count == 0)
    }

    @Test func any_order_of_adding() {
        for seed in 1...6 {
            let chain = TimerChain()
            let dues = (0..<15).map { ($0 * (2 * seed + 1)) % 16 }
            for (index, due) in dues.enumerated() { chain.schedule("\(due)/\(index)", due: due) }
            #expect(chain.count == 15)
            let expected = dues.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
                .map { "\($0.element)/\($0.offset)" }
            #expect(chain.fire(at: 100) == expected)
        }
    }

    @Test func inserting_in_the_middle() {
        let chain = TimerChain()
        chain.schedule("a", due: 1)
        chain.schedule("c", due: 3)
        chain.schedule("b", due: 2)
        #expect(chain.count == 3)
        #expect(chain.fire(at: 2) == ["a", "b"])
        chain.schedule("d", due: 3)
        #expect(chain.nextDue == 3)
        #expect(chain.fire(at: 3) == ["c", "d"])
    }
}
