import Testing

@testable import MinimalCoinPayment

@Suite struct ChangeMakerTests {
    @Test func usual_coins() {
        #expect(ChangeMaker(coins: [1, 2, 5, 10]).change(for: 18) == [10, 5, 2, 1])
    }

    @Test func nothing_to_pay() {
        #expect(ChangeMaker(coins: [1]).change(for: 0) == [])
    }

    @Test func unusual_coins() {
        #expect(ChangeMaker(coins: [1, 3, 4]).change(for: 6) == [3, 3])
    }

    @Test func the_largest_coin_may_be_a_dead_end() {
        #expect(ChangeMaker(coins: [5, 3]).change(for: 9) == [3, 3, 3])
    }

    @Test func impossible_amounts() {
        #expect(ChangeMaker(coins: [4, 6]).change(for: 7) == nil)
    }
}
