import Testing

@testable import Inventory

@Suite struct HeldOutSuccessor {
    @Test func cancelled() {
        #expect(OrderState.cancelled.successor == nil)
    }

    @Test func statesWithoutSuccessor() {
        #expect(OrderState.allCases.filter { $0.successor == nil } == [.shipped, .cancelled])
    }

    @Test func allTheWay() {
        #expect(OrderState.draft.successor?.successor?.successor == .shipped)
    }
}
